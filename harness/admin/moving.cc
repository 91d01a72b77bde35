// SPDX-License-Identifier: MIT
#include "harness/admin/moving.h"

#include <utility>

#include "world/calendar.h"

namespace stunt::harness::admin {
namespace {

/// What RFC 3339 can write.
const world::Instant kLast = *world::parse_rfc3339("9999-12-31T23:59:59Z");

aws::Json moved_json(const world::Clock& clock,
                     const std::vector<RotationSchedule::Rotated>& rotated) {
  aws::Json rotations = aws::Json::array();
  for (const auto& [secret, end] : rotated) {
    const bool finished = end == emulator::RotationEnd::finished;
    rotations.push_back({{"secret", secret}, {"end", finished ? "finished" : "failed"}});
  }
  return {{"now", world::rfc3339(clock.now())}, {"rotations", std::move(rotations)}};
}

}  // namespace

void move_clock(const Scopes::Held& scope, world::Duration by, const Give& give) {
  want_virtual_clock(*scope);
  if (by > kLast - scope->clock().now())
    throw Problem(400, "there is no time behind the year 9999");
  // The scope calls this no later than it ends, and must not be what it keeps itself alive by: its
  // last holder would be a thread of its own.
  scope->advance(by, [clock = &scope->clock(), give](const auto& rotated) {
    give(json_reply(200, moved_json(*clock, rotated)));
  });
}

aws::Json clock_json(const Scope& scope) {
  return {{"now", world::rfc3339(scope.clock().now())}, {"virtual", scope.has_virtual_clock()}};
}

void want_virtual_clock(const Scope& scope) {
  if (scope.has_virtual_clock()) return;
  throw Problem(409,
                "this clock runs by itself; one that is moved has a server with --deterministic, "
                "or a scope with `clock: { mode: virtual }`");
}

}  // namespace stunt::harness::admin
