// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Switches the rotation off. What is known about it stays, also the label of one that has begun.
Result cancel_rotate_secret(const Context& context);

}  // namespace stunt::emulator
