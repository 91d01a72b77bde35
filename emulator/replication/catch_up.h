// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/shelves.h"
#include "world/clock.h"

namespace stunt::emulator {

/// Lets the replicas see every change that is due by now: a new one is made, or fails; one that is
/// there becomes what its primary was. To be called before somebody looks at a secret.
void catch_up(Shelves& shelves, world::Instant now);

}  // namespace stunt::emulator
