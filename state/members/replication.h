// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/replication/replication.h"
#include "state/archive.h"

namespace stunt::state {

template <typename Io>
void members(Io& io, Of<emulator::Replica> auto& replica) {
  auto& [region, kms_key_id, overwrites, since, status] = replica;
  io("region", region);
  io("kmsKeyId", kms_key_id);
  io("overwrites", overwrites);
  io("since", since);
  io("status", status);
}

template <typename Io>
void members(Io& io, Of<emulator::Replication> auto& replication) {
  auto& [replicas, primary_region] = replication;
  io("replicas", replicas);
  io("primaryRegion", primary_region);
}

}  // namespace stunt::state
