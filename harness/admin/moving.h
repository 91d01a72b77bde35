// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "harness/admin/later.h"
#include "harness/scopes.h"
#include "world/clock.h"

namespace stunt::harness::admin {

/// Moves the clock of a scope, and gives an answer when all that fell due has ended. Throws Problem
/// if it is not a clock that is moved, or if there is no such time.
void move_clock(const Scopes::Held& scope, world::Duration by, const Give& give);

/// What time it is there.
aws::Json clock_json(const Scope& scope);

/// Throws Problem, with what to do, if the clock of a scope is not one that is moved.
void want_virtual_clock(const Scope& scope);

}  // namespace stunt::harness::admin
