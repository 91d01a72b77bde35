// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "world/clock.h"

namespace stunt::harness {

/// Somebody else's server that answers in the emulator's place.
struct UpstreamSettings {
  std::string url{};                          ///< "https://host:port", without a path; empty: none
  std::optional<std::filesystem::path> ca{};  ///< PEM; trusted besides the system's
  world::Duration timeout = std::chrono::seconds(60);  ///< of one answer
  bool sign = false;  ///< requests are signed anew, with the key in the environment

  bool is_given() const { return !url.empty(); }
};

}  // namespace stunt::harness
