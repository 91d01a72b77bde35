// SPDX-License-Identifier: MIT
#include "scenarios/faults/merge_fault.h"

#include "aws/json_of.h"
#include "scenarios/faults/edit.h"

namespace stunt::scenarios {

Trace MergeFault::strike(aws::Outcome& outcome, const Occasion&) const {
  if (!outcome.reply) return {};
  const bool fits = edit_body(outcome, [&](aws::Json& body) {
    if (!body.is_object()) return false;
    body.merge_patch(members_);
    return true;
  });
  return {fits ? "merge" : "merge:failed"};
}

std::shared_ptr<const Fault> read_merge_fault(const input::Value& value, const Target&) {
  if (value.kind() == input::Kind::object && value.entries().empty()) {
    value.wrong("nothing is merged", "add a member such as {VersionStages: null}");
  } else {
    value.entries();  // says so if it is no object
  }
  return std::make_shared<MergeFault>(aws::json_of(value));
}

}  // namespace stunt::scenarios
