// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Tells of all secrets that the filters find, page by page.
Result list_secrets(const Context& context);

}  // namespace stunt::emulator
