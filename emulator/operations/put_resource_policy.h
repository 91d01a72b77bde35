// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Attaches a policy in place of the one that is there. With BlockPublicPolicy a broad one is
/// refused.
Result put_resource_policy(const Context& context);

}  // namespace stunt::emulator
