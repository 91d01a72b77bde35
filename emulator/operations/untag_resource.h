// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Removes tags. Keys that no tag has are ignored.
Result untag_resource(const Context& context);

}  // namespace stunt::emulator
