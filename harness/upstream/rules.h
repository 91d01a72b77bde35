// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/rule.h"

namespace stunt::harness {

/// Throws input::BadInput with every rule that wants of an engine what only the emulator can do:
/// to stop half way, or to look at how secrets were. An upstream keeps its state to itself.
void refuse_rules_of_emulator(const std::vector<scenarios::Rule>& rules);

}  // namespace stunt::harness
