// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "world/clock.h"

namespace stunt::scenarios {

/// No delay is longer, whatever a file or a distribution says.
constexpr world::Duration kLongestDelay = std::chrono::hours(24);

/// How long calls took, shortest first.
struct Samples {
  std::map<std::string, std::vector<world::Duration>, std::less<>> by_operation{};
  std::vector<world::Duration> all{};

  /// The operation's, or all if it has none.
  const std::vector<world::Duration>& of(std::string_view operation) const;
};

/// A file has no samples to give; what() says why, and begins with the file.
class NoSamples : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// How long the exchanges of a transcript took to be answered: dur.engine + dur.injected
/// (docs/transcript-format.md), up to kLongestDelay. Reads just the members that it needs, and no
/// last line that was cut off. Throws NoSamples.
Samples read_samples(const std::filesystem::path& transcript);

}  // namespace stunt::scenarios
