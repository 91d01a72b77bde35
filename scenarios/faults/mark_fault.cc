// SPDX-License-Identifier: MIT
#include "scenarios/faults/mark_fault.h"

#include "scenarios/read_rule.h"

namespace stunt::scenarios {

Trace MarkFault::strike(aws::Outcome&, const Occasion& occasion) const {
  occasion.board.mark(name_);
  return {"mark:" + name_};
}

std::shared_ptr<const Fault> read_mark_fault(const input::Value& value, const Target&) {
  auto name = read_name(value);
  return name ? std::make_shared<MarkFault>(*std::move(name)) : nullptr;
}

}  // namespace stunt::scenarios
