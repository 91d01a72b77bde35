// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "world/clock.h"

namespace stunt::world {

/// "0.3 ms", "250 ms", "1.20 s": as exact as people want it.
std::string told(Duration duration);

/// "0:01.250": minutes, seconds and milliseconds since something began.
std::string clock_time(Duration since);

}  // namespace stunt::world
