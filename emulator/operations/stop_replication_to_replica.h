// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Makes a secret of its own out of a replica, in whose Region it is called. The primary forgets
/// it.
Result stop_replication_to_replica(const Context& context);

}  // namespace stunt::emulator
