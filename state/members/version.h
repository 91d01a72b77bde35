// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/version.h"
#include "state/archive.h"

namespace stunt::state {

/// Without its value, which is kept apart, and its number: versions stay in their order.
template <typename Io>
void members(Io& io, Of<emulator::Version> auto& version) {
  auto& [id, value, created, accessed, kms_key_id, former_kms_key_id, number] = version;
  io("id", id);
  static_cast<void>(value);
  io("created", created);
  io("accessed", accessed);
  io("kmsKeyId", kms_key_id);
  io("formerKmsKeyId", former_kms_key_id);
  static_cast<void>(number);
}

}  // namespace stunt::state
