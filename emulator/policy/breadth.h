// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/policy/policy.h"

namespace stunt::emulator::policy {

/// True if the policy lets in people whom it does not name: a statement allows anybody, or all but
/// some, and no condition of it holds for a known circle only. AWS asks a theorem prover; this
/// looks at each statement by itself, so what a denial takes back counts as given.
bool is_broad(const Policy& policy);

}  // namespace stunt::emulator::policy
