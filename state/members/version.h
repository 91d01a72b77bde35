// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/version.h"
#include "state/archive.h"

namespace stunt::state {

/// Without its value, which is kept apart.
template <typename Io>
void members(Io& io, Of<emulator::Version> auto& version) {
  auto& [id, value, created, accessed] = version;
  io("id", id);
  static_cast<void>(value);
  io("created", created);
  io("accessed", accessed);
}

}  // namespace stunt::state
