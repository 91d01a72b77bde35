// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/match.h"

namespace stunt::scenarios::lint {

/// Whether every call that meets `narrow` surely meets `wide` too. False where that is hard to
/// tell.
bool covers(const Match& wide, const Match& narrow);

}  // namespace stunt::scenarios::lint
