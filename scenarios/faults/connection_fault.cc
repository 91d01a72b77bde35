// SPDX-License-Identifier: MIT
#include "scenarios/faults/connection_fault.h"

#include <array>

#include "scenarios/faults/answer.h"

namespace stunt::scenarios {
namespace {

using Kind = ConnectionFault::Kind;
using End = http::Wire::End;

/// By Kind.
constexpr std::array<std::string_view, 4> kNames = {"reset", "close", "hang", "closeIdle"};
constexpr std::array<End, 4> kEnds = {End::reset, End::close, End::hang, End::reset_at_next};

std::string_view name_of(Kind kind) { return kNames[static_cast<std::size_t>(kind)]; }
End end_of(Kind kind) { return kEnds[static_cast<std::size_t>(kind)]; }

}  // namespace

Role ConnectionFault::role() const {
  return kind_ == Kind::close_idle || ends_an_answer_ ? Role::shape : Role::answer;
}

Trace ConnectionFault::strike(aws::Outcome& outcome, const Occasion&) const {
  if (role() == Role::answer) {
    lose_answer(outcome, end_of(kind_));
  } else if (outcome.reply) {
    outcome.shape.wire.end = end_of(kind_);
  } else {
    return {};
  }
  return {"connection:" + std::string(name_of(kind_))};
}

aws::Json ConnectionFault::to_json() const { return name_of(kind_); }

std::shared_ptr<const Fault> read_connection_fault(const input::Value& value,
                                                   const Target& target) {
  const auto chosen = value.choice({kNames});
  if (!chosen) return nullptr;
  const auto kind = static_cast<Kind>(*chosen);
  if (kind == Kind::close_idle && target.has("truncate")) {
    value.wrong("a client that waits for the rest of an answer sends no next request",
                "write reset, close or hang, or leave 'truncate' out");
  }
  return std::make_shared<ConnectionFault>(
      kind, target.has("truncate") || target.has("corrupt") || target.has("dribble"));
}

}  // namespace stunt::scenarios
