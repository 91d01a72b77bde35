// SPDX-License-Identifier: MIT
#include "scenarios/faults/delay_fault.h"

namespace stunt::scenarios {

Trace DelayFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  Trace trace;
  if (is_random(latency_)) {
    trace.u =
        world::Random::unit(aws::draw(occasion.random, occasion.call, "delay", occasion.rule));
  }
  const auto delay = sample(latency_, trace.u.value_or(0), occasion.call.operation);
  outcome.shape.delay += delay;
  trace.action = "delay:" + std::to_string(delay.count()) + "us";
  return trace;
}

aws::Json DelayFault::to_json() const { return scenarios::to_json(latency_); }

std::shared_ptr<const Fault> read_delay_fault(const input::Value& settings, const Target&) {
  const auto latency = read_latency(settings);
  return latency ? std::make_shared<DelayFault>(*latency) : nullptr;
}

}  // namespace stunt::scenarios
