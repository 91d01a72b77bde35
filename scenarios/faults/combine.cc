// SPDX-License-Identifier: MIT
#include "scenarios/faults/combine.h"

#include <algorithm>

#include "input/quote.h"

namespace stunt::scenarios {
namespace {

using input::quote;

const input::Value& settings_of(const Action& action, const Target& target) {
  return target.then.find(action.kind)->second;
}

/// They change what goes out, and a silent connection sends nothing.
bool changes_the_answer(const Action& action) {
  return action.fault->role() == Role::shape && action.kind != "refuse";
}

void check_engine(const Action& action, const Action* answer, const Target& target) {
  const auto& settings = settings_of(action, target);
  if (aws::commit_point(target.phase)) {
    settings.wrong(quote(action.kind) + " and a commit point are too much for one call",
                   "write a rule of its own for it");
  } else if (answer && target.phase == aws::Phase::before) {
    settings.wrong(quote(answer->kind) + " answers, and the engine is never asked",
                   "write phase: after, or remove one of them");
  }
}

}  // namespace

void check_combination(const std::vector<Action>& actions, const Target& target) {
  const Action* answer = nullptr;
  for (const auto& action : actions) {
    if (!action.fault->answers()) continue;
    if (answer) {
      settings_of(action, target)
          .wrong(quote(answer->kind) + " answers already, and a call has one answer",
                 "keep one of them");
      return;
    }
    answer = &action;
  }
  for (const auto& action : actions) {
    if (action.fault->role() == Role::engine) check_engine(action, answer, target);
    if (answer && answer->kind == "connection" && changes_the_answer(action)) {
      settings_of(action, target)
          .wrong("'connection' leaves no answer that this could change", "remove one of them");
    }
  }
}

}  // namespace stunt::scenarios
