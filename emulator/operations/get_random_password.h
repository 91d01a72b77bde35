// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Answers with a random password: another one in each call, the same one in each run.
Result get_random_password(const Context& context);

}  // namespace stunt::emulator
