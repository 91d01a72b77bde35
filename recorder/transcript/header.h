// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "world/clock.h"

namespace stunt::recorder {

/// The first line of a transcript: what it was made with.
struct Header {
  std::string tool;  ///< "stunt/0.1.0"
  world::Instant created{};
  std::uint64_t seed = 0;
  std::string engine;   ///< what answered: "emulator", "replay"
  std::string service;  ///< "secretsmanager"
  std::string region;
  bool virtual_clock = false;
  world::Instant clock_start{};  ///< what the exchanges' `t` counts from
  bool deterministic = false;    ///< times that belong to the machine are written as 0
};

}  // namespace stunt::recorder
