// SPDX-License-Identifier: MIT
#pragma once

#include "harness/scope.h"
#include "verdict/evidence.h"

namespace stunt::harness {

/// What is known of a scope by now: its calls, all its rules, and whom to ask for its secrets. The
/// scope must outlive it.
verdict::Evidence evidence_of(Scope& scope);

}  // namespace stunt::harness
