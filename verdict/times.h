// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "world/clock.h"

namespace stunt::verdict {

/// "0.3 ms", "250 ms", "1.20 s": as exact as people want it.
std::string told(world::Duration duration);

}  // namespace stunt::verdict
