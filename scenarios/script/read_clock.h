// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "input/fields.h"
#include "scenarios/script/clock_settings.h"

namespace stunt::scenarios {

/// Reads a scenario's `clock`.
ClockSettings read_clock(const input::Value& value, const std::string& file);

}  // namespace stunt::scenarios
