// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Reads AddReplicaRegions and ForceOverwriteReplicaSecret; nothing if the call wants no replicas.
/// Each must be in another Region, not the call's, that there is.
tl::expected<std::vector<Replica>, aws::Error> read_new_replicas(const Context& context);

}  // namespace stunt::emulator
