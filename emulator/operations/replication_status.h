// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// The member ReplicationStatus: what has become of each of the secret's replicas. Empty if it has
/// none.
aws::Json replication_status(const Context& context, const Secret& secret);

}  // namespace stunt::emulator
