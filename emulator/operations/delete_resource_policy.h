// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Takes the policy off. Without one it succeeds and changes nothing.
Result delete_resource_policy(const Context& context);

}  // namespace stunt::emulator
