// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Tells the policy as it was put, if there is one.
Result get_resource_policy(const Context& context);

}  // namespace stunt::emulator
