// SPDX-License-Identifier: MIT
#include "scenarios/faults/refuse_fault.h"

#include <algorithm>

#include "input/duration.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {

Trace RefuseFault::strike(aws::Outcome& outcome, const Occasion&) const {
  auto& refuse = outcome.shape.wire.refuse;
  refuse = std::max(refuse, span_);
  return {"refuse:" + std::to_string(span_.count()) + "us"};
}

aws::Json RefuseFault::to_json() const { return input::format_duration(span_); }

std::shared_ptr<const Fault> read_refuse_fault(const input::Value& value, const Target& target) {
  if (target.scoped) {
    value.wrong("a connection belongs to no scope before a request has come over it",
                "move the rule to a file without 'scope'");
  }
  const auto span = value.duration(kLongestDelay);
  if (!span) return nullptr;
  if (span->count() == 0) value.wrong("0 refuses nothing", "write one such as 5s");
  return std::make_shared<RefuseFault>(*span);
}

}  // namespace stunt::scenarios
