// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/secret.h"
#include "state/archive.h"
#include "state/members/replication.h"
#include "state/members/rotation.h"
#include "state/members/tag.h"

namespace stunt::state {

/// Without its versions, which are a list of their own, and without where it stands.
template <typename Io>
void members(Io& io, Of<emulator::Secret> auto& secret) {
  auto& [name, arn, number, shelf, description, kms_key_id, type, policy, tags, versions, rotation,
         replication, created, changed, accessed, deletion, deleted, deleted_by_force] = secret;
  io("name", name);
  io("arn", arn);
  static_cast<void>(number);
  static_cast<void>(shelf);
  io("description", description);
  io("kmsKeyId", kms_key_id);
  io("type", type);
  io("policy", policy);
  io("tags", tags);
  static_cast<void>(versions);
  io("rotation", rotation);
  io("replication", replication);
  io("created", created);
  io("changed", changed);
  io("accessed", accessed);
  io("deletion", deletion);
  io("deleted", deleted);
  io("deletedByForce", deleted_by_force);
}

}  // namespace stunt::state
