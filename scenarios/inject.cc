// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "scenarios/director.h"

namespace stunt::scenarios {
namespace {

void put_in_front(std::vector<aws::FiredFault> earlier, std::vector<aws::FiredFault>& faults) {
  faults.insert(faults.begin(), std::make_move_iterator(earlier.begin()),
                std::make_move_iterator(earlier.end()));
}

}  // namespace

aws::Middleware Director::inject() {
  return [this](aws::Handler next) -> aws::Handler {
    // Shared, because an outcome may ask it long after the handler returned.
    return [this, engine = std::make_shared<const aws::Handler>(std::move(next))](
               const aws::Call& call) { return answer(call, engine); };
  };
}

aws::Outcome Director::answer(const aws::Call& call, const Engine& engine) {
  auto fired = decide(call);
  if (fired.empty()) return (*engine)(call);

  const auto middle = std::find_if(fired.begin(), fired.end(), [](const Fired& one) {
    return one.rule->phase == aws::Phase::after;
  });
  std::vector<Fired> after(middle, fired.end());
  fired.erase(middle, fired.end());

  aws::Outcome outcome;
  strike(outcome, call, fired);
  if (outcome.reply) {
    if (call.model && call.model->writes) outcome.applied = false;
    return outcome;
  }
  if (outcome.shape.delay > world::Duration(0)) {
    outcome.then = [this, &call, engine, after = std::move(after)] {
      return afterwards((*engine)(call), call, after);
    };
    return outcome;
  }
  auto now = afterwards((*engine)(call), call, std::move(after));
  put_in_front(std::move(outcome.faults), now.faults);
  return now;
}

aws::Outcome Director::afterwards(aws::Outcome outcome, const aws::Call& call,
                                  std::vector<Fired> after) const {
  if (after.empty()) return outcome;
  if (outcome.then) {
    // The engine wants to wait itself; its answer is not there yet.
    outcome.then = [this, &call, later = std::move(outcome.then), after = std::move(after)] {
      return afterwards(later(), call, after);
    };
    return outcome;
  }
  strike(outcome, call, after);
  return outcome;
}

void Director::strike(aws::Outcome& outcome, const aws::Call& call,
                      const std::vector<Fired>& fired) const {
  for (const auto& [rule, u] : fired) {
    for (const auto& action : rule->then) {
      auto trace = action.fault->strike(outcome, {call, rule->id, random_, clock_, board_});
      outcome.faults.push_back({.rule = rule->id,
                                .phase = rule->phase,
                                .action = std::move(trace.action),
                                .u = u ? u : trace.u,
                                .p = rule->when.probability.value_or(1),
                                .ordinal = call.ordinal});
    }
  }
}

}  // namespace stunt::scenarios
