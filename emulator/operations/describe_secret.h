// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Tells all about a secret but its values.
Result describe_secret(const Context& context);

}  // namespace stunt::emulator
