// SPDX-License-Identifier: MIT
#pragma once

#include "harness/scope.h"
#include "verdict/evidence.h"

namespace stunt::harness {

/// Whom to ask for a scope's secrets, and nothing else of it. The scope must outlive it.
verdict::Evidence engine_of(Scope& scope);

/// What is known of a scope by now: its calls, all its rules, and whom to ask for its secrets. The
/// scope must outlive it.
verdict::Evidence evidence_of(Scope& scope);

}  // namespace stunt::harness
