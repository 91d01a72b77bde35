// SPDX-License-Identifier: MIT
#include "harness/admin/posted.h"

#include <stdexcept>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/admin/rule_room.h"
#include "input/quote.h"
#include "scenarios/load.h"
#include "verdict/expectation.h"

namespace stunt::harness::admin {
namespace {

void refuse_files(const scenarios::Scenario& scenario) {
  std::vector<Problem::Error> errors;
  constexpr const char* kHint = "a posted scenario opens no files; start with --scenario FILE";
  if (scenario.record) errors.push_back({"/record", kHint});
  if (scenario.replay) errors.push_back({"/replay", kHint});
  if (!errors.empty()) throw Problem(400, "this scenario cannot be posted", std::move(errors));
}

scenarios::Script script_of(scenarios::Scenario scenario) {
  scenarios::Script script;
  script.scope = std::move(scenario.scope);
  script.names = {std::move(scenario.name)};
  script.seed = scenario.seed;
  script.clock = scenario.clock;
  script.setup = std::move(scenario.setup);
  script.states = std::move(scenario.machines.initial);
  script.rules = std::move(scenario.rules);
  script.steps = std::move(scenario.steps);
  script.expect = std::move(scenario.expect);
  return script;
}

/// Of a world that is there nothing is changed.
void check_fits(const scenarios::Script& posted, const Scope& scope) {
  std::vector<Problem::Error> errors;
  if (posted.seed && *posted.seed != scope.seed()) {
    errors.push_back({"/seed", "the seed here is " + std::to_string(scope.seed())});
  }
  using Mode = scenarios::ClockSettings::Mode;
  if (posted.clock && (posted.clock->mode == Mode::movable) != scope.has_virtual_clock()) {
    errors.push_back({"/clock", scope.has_virtual_clock() ? "the clock here is a virtual one"
                                                          : "the clock here is no virtual one"});
  }
  if (errors.empty()) return;
  throw Problem(409,
                "the scope " + input::quote(scope.name()) +
                    " is there already; leave this out, or declare a scope of its own",
                std::move(errors));
}

}  // namespace

scenarios::Script read_posted(const Ask& ask) {
  if (ask.request.body.empty()) throw Problem(400, "there is no body; send a scenario");
  auto scenario = scenarios::load_text(ask.request.body, "body", emulator::secrets_manager(),
                                       verdict::read_expect);
  refuse_files(scenario);
  if (scenario.rules.size() > kMostPostedRules) {
    throw Problem(400, "this scenario cannot be posted",
                  {{"/rules", "there are more than " + std::to_string(kMostPostedRules) +
                                  "; start with --scenario FILE"}});
  }
  return script_of(std::move(scenario));
}

Scopes::Held scope_for(const Ask& ask, const scenarios::Script& posted) {
  auto scope = ask.scope;
  if (posted.scope) {
    if (ask.query.contains("scope") && ask.scope->name() != posted.scope->name) {
      throw Problem(400, "?scope= says another scope than the scenario",
                    {{"/scope/name", "leave one of them out"}});
    }
    scope = ask.ground.scopes.find(posted.scope->name);
  }
  if (scope) {
    check_fits(posted, *scope);
    return scope;
  }
  scenarios::Script world;
  world.scope = posted.scope;
  world.seed = posted.seed;
  world.clock = posted.clock;
  try {
    return ask.ground.declare(std::move(world), {});
  } catch (const std::invalid_argument& taken) {
    throw Problem(409, taken.what());
  }
}

}  // namespace stunt::harness::admin
