// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Takes the mark of deletion off. Without one it succeeds and changes nothing; what was deleted by
/// force cannot be restored, even while it is still there.
Result restore_secret(const Context& context);

}  // namespace stunt::emulator
