// SPDX-License-Identifier: MIT
#include <atomic>
#include <chrono>
#include <sstream>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/admin/errands.h"
#include "harness/admin/later.h"
#include "harness/admin/posted.h"
#include "harness/admin/routes/tables.h"
#include "harness/admin/runs.h"
#include "harness/admin/verdict_reply.h"
#include "input/did_you_mean.h"
#include "input/duration.h"
#include "input/quote.h"
#include "scenarios/lint/lint.h"
#include "verdict/expectation.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kRun = R"({"$ref": "#/components/schemas/Run"})";
constexpr std::string_view kRuns = R"({"type": "object", "properties": {"scenarios":
  {"type": "array", "items": {"$ref": "#/components/schemas/Run"}}}})";
constexpr std::string_view kText = R"({"type": "object",
  "description": "a scenario file, docs/scenario-format.md"})";
constexpr std::string_view kString = R"({"type": "string"})";
constexpr std::string_view kVerdict = R"({"$ref": "#/components/schemas/Verdict"})";
constexpr std::string_view kLint = R"({"type": "object", "required": ["good", "problems",
  "warnings"], "properties": {"good": {"type": "boolean"}}})";

constexpr std::chrono::minutes kLongestWait{5};

aws::Json to_json(const Played& run) {
  static constexpr const char* kStates[] = {"loaded", "playing", "ended", "stopped"};
  const auto& script = run.script();
  return {{"id", run.id()},
          {"scenario", script.names.front()},
          {"scope", run.scope().name()},
          {"state", kStates[static_cast<std::size_t>(run.state())]},
          {"rules", script.rules.size()},
          {"steps", script.steps.size()},
          {"expectations", script.expect.size()}};
}

Runs::Held find(const Ask& ask) {
  const auto& id = ask.arguments.front();
  if (auto run = ask.ground.runs.find(id)) return run;
  const auto runs = ask.ground.runs.all();
  std::vector<std::string_view> known;
  for (const auto& run : runs) known.push_back(run->id());
  throw Problem(404, "there is no scenario " + input::quote(id) + "; " +
                         (known.empty() ? "none was posted" : input::suggest(id, known)));
}

http::Reply list(const Ask& ask) {
  aws::Json runs = aws::Json::array();
  for (const auto& run : ask.ground.runs.all()) runs.push_back(to_json(*run));
  return json_reply(200, {{"scenarios", std::move(runs)}});
}

http::Reply add(const Ask& ask) {
  auto posted = read_posted(ask);
  const auto scope = scope_for(ask, posted);
  const auto run = ask.ground.runs.add(scope, std::move(posted));
  if (!run) {
    throw Problem(409, "there are " + std::to_string(Runs::kMost) +
                           " scenarios already; DELETE /_stunt/v1/scenarios/{id} removes one");
  }
  try {
    run->start();
  } catch (...) {
    ask.ground.runs.remove(run->id());
    throw;
  }
  auto reply = json_reply(201, to_json(*run));
  reply.headers.add("Location", "/_stunt/v1/scenarios/" + run->id());
  return reply;
}

http::Reply get(const Ask& ask) { return json_reply(200, to_json(*find(ask))); }

http::Reply remove(const Ask& ask) {
  ask.ground.runs.remove(find(ask)->id());
  return {204, {}, ""};
}

http::Reply start(const Ask& ask) {
  const auto run = find(ask);
  run->start();
  return json_reply(200, to_json(*run));
}

http::Reply stop(const Ask& ask) {
  const auto run = find(ask);
  run->stop();
  return json_reply(200, to_json(*run));
}

world::Duration read_wait(const Ask& ask) {
  const auto wait = ask.query.find("wait");
  if (wait == ask.query.end()) return world::Duration(0);
  const auto duration = input::parse_duration(wait->second);
  if (duration && *duration <= kLongestWait) return *duration;
  throw Problem(400, input::quote(wait->second) + " is no time to wait: up to 5m, such as 5s");
}

std::unique_ptr<http::Exchange> verdict(Ask ask) {
  const auto run = find(ask);
  if (run->state() == Played::State::loaded) {
    throw Problem(409, "it has not begun; POST /_stunt/v1/scenarios/" + run->id() + "/start");
  }
  const auto format = verdict_format(ask);
  const auto wait = read_wait(ask);
  auto& errands = ask.ground.errands;
  // Held by the exchange alone: who has left waits for nothing, and keeps nothing.
  const auto judge = std::make_shared<Played::Told>();
  return later(
      ask, [run, format, wait, &errands, judge, path = ask.request.path](const Give& give) {
        const auto once = std::make_shared<std::atomic<bool>>(false);
        *judge = [run, format, give, once, path, &errands] {
          if (once->exchange(true)) return;
          const bool taken = errands.post([run, format, give, path] {
            give(reply_of([&] { return verdict_reply(run->scope(), run->judge(), format); }, path));
          });
          if (!taken) give(to_reply(Problem(503, "the server stops"), path));
        };
        if (wait == world::Duration(0)) return (*judge)();
        errands.post_after(wait, [there = std::weak_ptr<const Played::Told>(judge)] {
          if (const auto late = there.lock()) (*late)();
        });
        run->when_ended(judge);
      });
}

aws::Json to_json(const std::vector<input::Problem>& problems) {
  aws::Json list = aws::Json::array();
  for (const auto& [at, pointer, message, hint] : problems) {
    list.push_back({{"pointer", pointer},
                    {"line", at.line},
                    {"column", at.column},
                    {"message", message},
                    {"hint", hint}});
  }
  return list;
}

http::Reply lint(const Ask& ask) {
  aws::Json result = {
      {"good", true}, {"problems", aws::Json::array()}, {"warnings", aws::Json::array()}};
  try {
    const auto checked = scenarios::check_text(ask.request.body, "body",
                                               emulator::secrets_manager(), verdict::read_expect);
    result["warnings"] = to_json(checked.warnings);
  } catch (const input::BadInput& bad) {
    result["good"] = false;
    result["problems"] = to_json(bad.problems);
  }
  return json_reply(200, result);
}

}  // namespace

std::vector<Route> scenario_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/scenarios", "The scenarios that were posted", &list},
      {"POST", "/_stunt/v1/scenarios",
       "Plays a scenario: its rules strike, its steps are played from now on", Slow{&add}},
      {"POST", "/_stunt/v1/scenarios:lint", "What is wrong with a scenario; plays nothing",
       Slow{&lint}},
      {"GET", "/_stunt/v1/scenarios/{id}", "One of them", &get},
      {"DELETE", "/_stunt/v1/scenarios/{id}", "It ends, and is forgotten", Slow{&remove}},
      {"POST", "/_stunt/v1/scenarios/{id}/start", "Plays it again from its beginning",
       Slow{&start}},
      {"POST", "/_stunt/v1/scenarios/{id}/stop", "Its steps end, its rules go", Slow{&stop}},
      {"GET", "/_stunt/v1/scenarios/{id}/verdict",
       "Whether all is as it expects, by the calls since it began", Open{&verdict}},
  };
  const std::vector<Route::Content> text = {{"application/yaml", kText},
                                            {"application/json", kText}};
  const Route::Answer run{200, "the scenario", {{"application/json", kRun}}};
  const Route::Answer none{404, "there is no such scenario"};
  routes[0].answers = {{200, "the scenarios", {{"application/json", kRuns}}}};
  routes[1].body = routes[2].body = text;
  routes[1].answers = {{201, "it plays", {{"application/json", kRun}}},
                       {409, "its scope has another seed or clock"}};
  routes[2].answers = {{200, "what is wrong", {{"application/json", kLint}}}};
  routes[3].answers = routes[5].answers = routes[6].answers = {run, none};
  routes[4].answers = {{204, "it is gone"}, none};
  routes[7].parameters = {{"wait", "for so long its steps are waited for, up to 5m", kString},
                          {"format", "json, junit, tap, markdown or text",
                           R"({"enum": ["json", "junit", "tap", "markdown", "text"]})"}};
  routes[7].answers = {{200,
                        "the verdict",
                        {{"application/json", kVerdict},
                         {"application/xml", kString},
                         {"text/plain", kString},
                         {"text/markdown", kString}}},
                       none};
  for (auto& route : routes) route.scoped = false;
  routes[1].scoped = true;
  return routes;
}

}  // namespace stunt::harness::admin
