// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Adds replicas of a secret in other Regions. Whether a name is free there is found out later, and
/// told by DescribeSecret only.
Result replicate_secret_to_regions(const Context& context);

}  // namespace stunt::emulator
