// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Says what would be wrong with a policy that is well-formed: it lets in everybody, or locks the
/// caller out. The call need not name a secret.
Result validate_resource_policy(const Context& context);

}  // namespace stunt::emulator
