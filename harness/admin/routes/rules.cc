// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "aws/json_of.h"
#include "emulator/model/secrets_manager.h"
#include "harness/admin/body.h"
#include "harness/admin/routes/tables.h"
#include "harness/admin/rule_room.h"
#include "harness/admin/shown_rule.h"
#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/read_rule.h"
#include "scenarios/write.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kRule = R"({"$ref": "#/components/schemas/Rule"})";
constexpr std::string_view kRules = R"({"type": "object", "properties": {"rules":
  {"type": "array", "items": {"$ref": "#/components/schemas/Rule"}}}})";

scenarios::Rule find(const Scope& held, const std::vector<scenarios::Rule>& rules,
                     const std::string& id) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == id; });
  if (found != rules.end()) return *found;
  std::vector<std::string_view> known;
  for (const auto& rule : rules) known.push_back(rule.id);
  throw Problem(404, "there is no rule " + input::quote(id) + " in the scope " +
                         input::quote(held.name()) + "; " +
                         (known.empty() ? "it has none" : input::suggest(id, known)));
}

scenarios::Rule named(const Ask& ask) {
  return find(*ask.scope, ask.scope->director().rules(), ask.arguments.front());
}

aws::Json shown(Scope& scope, const scenarios::Rule& rule) {
  scenarios::Director::Count count;
  for (auto& one : scope.director().counts()) {
    if (one.rule == rule.id) count = std::move(one);
  }
  return shown_rule(rule, count);
}

/// The first that no rule has.
std::string draw_id(const std::vector<scenarios::Rule>& rules) {
  for (std::size_t number = rules.size() + 1;; ++number) {
    auto id = "rule-" + std::to_string(number);
    if (std::none_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == id; })) {
      return id;
    }
  }
}

scenarios::Rule read(const input::Value& value, Scope& scope, std::string_view otherwise) {
  auto rule = scenarios::read_rule(value, emulator::secrets_manager(), scope.board().states(),
                                   scope.script().scope.has_value(), otherwise);
  rule.at = {"body", value.at().line, value.at().column};
  return rule;
}

/// In the place of one of that name.
http::Reply replace(const Ask& ask, scenarios::Rule rule) {
  if (rule.id != ask.arguments.front()) {
    throw Problem(400, "the path says another id",
                  {{"/id", "write " + input::quote(ask.arguments.front()) + ", or leave it out"}});
  }
  ask.scope->meet({rule});
  if (!ask.scope->director().replace(rule)) named(ask);
  return json_reply(200, shown(*ask.scope, rule));
}

http::Reply list(const Ask& ask) {
  aws::Json rules = aws::Json::array();
  std::unordered_map<std::string, scenarios::Director::Count> counts;
  for (auto& count : ask.scope->director().counts()) counts[count.rule] = std::move(count);
  for (const auto& rule : ask.scope->director().rules()) {
    rules.push_back(shown_rule(rule, counts[rule.id]));
  }
  return json_reply(200, {{"rules", std::move(rules)}});
}

http::Reply add(const Ask& ask) {
  auto& director = ask.scope->director();
  const auto rules = director.rules();
  want_room(*ask.scope, 1);
  Body body(ask);
  const auto rule = read(body.root(), *ask.scope, draw_id(rules));
  body.check();
  ask.scope->meet({rule});
  if (!director.add(rule)) {
    throw Problem(409, "the id " + input::quote(rule.id) + " is taken; PUT /_stunt/v1/rules/" +
                           rule.id + " replaces that rule");
  }
  auto reply = json_reply(201, shown(*ask.scope, rule));
  reply.headers.add("Location", "/_stunt/v1/rules/" + rule.id);
  return reply;
}

http::Reply get(const Ask& ask) { return json_reply(200, shown(*ask.scope, named(ask))); }

http::Reply put(const Ask& ask) {
  Body body(ask);
  auto rule = read(body.root(), *ask.scope, ask.arguments.front());
  body.check();
  return replace(ask, std::move(rule));
}

http::Reply patch(const Ask& ask) {
  const auto before = named(ask);
  Body body(ask);
  const auto change = aws::json_of(body.root());
  body.check();
  auto whole = scenarios::to_json(before);
  whole.merge_patch(change);
  input::Problems problems("the rule with the patch");
  const auto document = input::parse_document(whole.dump(), problems);
  problems.throw_if_any();
  auto rule = read(input::Value(document->root(), "", problems), *ask.scope, before.id);
  problems.throw_if_any();
  return replace(ask, std::move(rule));
}

http::Reply remove(const Ask& ask) {
  if (!ask.scope->director().remove(ask.arguments.front())) named(ask);
  return {204, {}, ""};
}

http::Reply reset(const Ask& ask) {
  ask.scope->director().reset(ask.scope->script().rules);
  return list(ask);
}

}  // namespace

std::vector<Route> rule_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/rules", "All rules, and how often each matched and struck", &list},
      {"POST", "/_stunt/v1/rules", "One more rule, as a scenario file has them", &add},
      {"POST", "/_stunt/v1/rules/reset", "The rules that there were at the start, counted anew",
       &reset},
      {"GET", "/_stunt/v1/rules/{id}", "One of them", &get},
      {"PUT", "/_stunt/v1/rules/{id}", "Another rule in its place, counted anew", &put},
      {"PATCH", "/_stunt/v1/rules/{id}", "Changes members of it (RFC 7396); it is counted anew",
       &patch},
      {"DELETE", "/_stunt/v1/rules/{id}", "It strikes no more", &remove},
  };
  const Route::Answer all{200, "the rules", {{"application/json", kRules}}};
  const Route::Answer one{200, "the rule", {{"application/json", kRule}}};
  const Route::Answer none{404, "there is no such rule"};
  const std::vector<Route::Content> rule = {{"application/json", kRule},
                                            {"application/yaml", kRule}};
  routes[0].answers = routes[2].answers = {all};
  routes[1].body = routes[4].body = rule;
  routes[1].answers = {{201, "the rule", {{"application/json", kRule}}}, {409, "its id is taken"}};
  routes[3].answers = routes[4].answers = routes[5].answers = {one, none};
  routes[5].body = {{"application/merge-patch+json"}, {"application/json"}};
  routes[6].answers = {{204, "it is gone"}, none};
  return routes;
}

}  // namespace stunt::harness::admin
