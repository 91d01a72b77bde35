// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Sets how the secret is rotated, and begins a rotation at once, or only a test of it. The answer
/// is good only if the function can be invoked.
Result rotate_secret(const Context& context);

}  // namespace stunt::emulator
