// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Changes what is known about a secret, and adds a version with AWSCURRENT if the call brings a
/// value.
Result update_secret(const Context& context);

}  // namespace stunt::emulator
