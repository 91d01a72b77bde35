// SPDX-License-Identifier: MIT
#include "scenarios/faults/apply_fault.h"

#include <algorithm>
#include <array>

#include "input/duration.h"
#include "scenarios/faults/check_operations.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {

Trace ApplyFault::strike(aws::Outcome&, const Occasion&) const {
  if (!visible_after_) return {"apply:twice"};
  return {"apply:later:" + std::to_string(visible_after_->count()) + "us"};
}

void ApplyFault::set_terms(aws::Terms& terms) const {
  if (visible_after_) {
    terms.visible_after = std::max(terms.visible_after, *visible_after_);
  } else {
    terms.twice = true;
  }
}

aws::Json ApplyFault::to_json() const { return visible_after_ ? "later" : "twice"; }

aws::Json ApplyFault::companion_json() const {
  if (!visible_after_) return nullptr;
  return input::format_duration(*visible_after_);
}

std::shared_ptr<const Fault> read_apply_fault(const input::Value& value, const Target& target) {
  static constexpr std::array<std::string_view, 2> kNames = {"twice", "later"};
  check_operations(
      value, target, [](const auto& operation) { return operation.writes; },
      "only reads: there is nothing to apply", "name operations that write in 'when'");
  const auto chosen = value.choice({kNames});
  if (!chosen) return nullptr;
  const auto after = target.then.find("applyAfter");
  const bool has_after = after != target.then.end();
  if (*chosen == 0) {
    if (has_after) after->second.wrong("'applyAfter' goes with apply: later", "remove it");
    return std::make_shared<ApplyFault>(std::nullopt);
  }
  if (!has_after) {
    value.wrong("nothing says when readers see it", "add applyAfter: 2s");
    return nullptr;
  }
  const auto duration = after->second.duration(kLongestDelay);
  if (duration && duration->count() == 0) {
    after->second.wrong("0 is not later", "write one such as 2s");
  }
  return std::make_shared<ApplyFault>(duration.value_or(world::Duration(1)));
}

}  // namespace stunt::scenarios
