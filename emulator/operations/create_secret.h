// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Makes a secret, with a first version if the call brings a value. A retry with the same token and
/// value is answered as the first try was.
Result create_secret(const Context& context);

}  // namespace stunt::emulator
