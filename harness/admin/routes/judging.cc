// SPDX-License-Identifier: MIT
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/admin/body.h"
#include "harness/admin/reset.h"
#include "harness/admin/routes/tables.h"
#include "harness/admin/verdict_reply.h"
#include "harness/run/evidence.h"
#include "verdict/expectation.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kExpect = R"({"type": "object", "required": ["expect"],
  "properties": {"expect": {"type": "array", "description": "as in a scenario file",
  "items": {"type": "object"}}}})";
constexpr std::string_view kString = R"({"type": "string"})";

http::Reply verify(const Ask& ask) {
  static constexpr std::string_view kNames[] = {"expect"};
  const auto format = verdict_format(ask);
  Body body(ask);
  verdict::Expectations expect;
  if (const auto object = body.root().object({kNames})) {
    if (const auto value = object->require("expect")) {
      expect = verdict::read_expect(*value, emulator::secrets_manager());
    }
  }
  body.check();
  auto& scope = *ask.scope;
  verdict::Run run{"verify", {}, scope.seed(), {}, scope.clock().now()};
  return verdict_reply(scope, verdict::judge(expect, evidence_of(scope), std::move(run)), format);
}

http::Reply reset_scope(const Ask& ask) {
  reset(ask.ground, *ask.scope);
  return {204, {}, ""};
}

}  // namespace

std::vector<Route> judging_routes() {
  std::vector<Route> routes = {
      {"POST", "/_stunt/v1/verify", "Whether all is as expected, by the calls so far",
       Slow{&verify}},
      {"POST", "/_stunt/v1/reset",
       "The scope as it was at its start: secrets, rules, states, counts, calls",
       Slow{&reset_scope}},
  };
  routes[0].body = {{"application/json", kExpect}, {"application/yaml", kExpect}};
  routes[0].parameters = {{"format", "json, junit, tap, markdown or text",
                           R"({"enum": ["json", "junit", "tap", "markdown", "text"]})"}};
  routes[0].answers = {{200,
                        "the verdict",
                        {{"application/json", R"({"$ref": "#/components/schemas/Verdict"})"},
                         {"application/xml", kString},
                         {"text/plain", kString},
                         {"text/markdown", kString}}}};
  routes[1].answers = {{204, "it is"}, {409, "its fixtures or its setup fail"}};
  return routes;
}

}  // namespace stunt::harness::admin
