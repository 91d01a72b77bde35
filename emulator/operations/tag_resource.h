// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Adds tags, or gives new values to those that are there.
Result tag_resource(const Context& context);

}  // namespace stunt::emulator
