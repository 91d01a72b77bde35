// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/secret.h"
#include "state/archive.h"
#include "state/members/tag.h"

namespace stunt::state {

/// Without its versions, which are a list of their own, and without where it stands.
template <typename Io>
void members(Io& io, Of<emulator::Secret> auto& secret) {
  auto& [name, arn, number, shelf, description, kms_key_id, type, tags, versions, created, changed,
         accessed, deletion] = secret;
  io("name", name);
  io("arn", arn);
  static_cast<void>(number);
  static_cast<void>(shelf);
  io("description", description);
  io("kmsKeyId", kms_key_id);
  io("type", type);
  io("tags", tags);
  static_cast<void>(versions);
  io("created", created);
  io("changed", changed);
  io("accessed", accessed);
  io("deletion", deletion);
}

}  // namespace stunt::state
