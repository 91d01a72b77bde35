// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "world/clock.h"

namespace stunt::recorder {

/// What became of the secrets in a transcript.
struct Secrecy {
  enum class Style {
    pseudonym,  ///< taken out
    sealed,     ///< taken out, and encrypted beside each pseudonym
    none,       ///< left in
  };
  Style style = Style::pseudonym;
  std::string key{};   ///< which key seals: its id
  std::string file{};  ///< what the seals of this file are bound to

  bool operator==(const Secrecy&) const = default;
};

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
  Secrecy secrecy{};
};

}  // namespace stunt::recorder
