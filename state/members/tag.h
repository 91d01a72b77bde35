// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/tags.h"
#include "state/archive.h"

namespace stunt::state {

template <typename Io>
void members(Io& io, Of<emulator::Tag> auto& tag) {
  auto& [key, value] = tag;
  io("key", key);
  io("value", value);
}

}  // namespace stunt::state
