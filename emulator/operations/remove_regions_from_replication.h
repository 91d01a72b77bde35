// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Removes replicas, at once. Of those that failed there is nothing to remove but the entry.
Result remove_regions_from_replication(const Context& context);

}  // namespace stunt::emulator
