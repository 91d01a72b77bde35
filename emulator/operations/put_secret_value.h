// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Adds a version with the labels VersionStages, AWSCURRENT if the call names none.
Result put_secret_value(const Context& context);

}  // namespace stunt::emulator
