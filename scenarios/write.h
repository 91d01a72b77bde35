// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/scenario.h"

namespace stunt::scenarios {

/// The scenario as JSON in one canonical form: load_text() reads it back as the same scenario.
std::string write(const Scenario& scenario);

}  // namespace stunt::scenarios
