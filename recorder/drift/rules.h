// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "world/clock.h"

namespace stunt::recorder {

/// What of two answers counts.
struct DriftRules {
  /// Members that do not count, with all that is in them: JSON Pointers in which `*` stands for any
  /// one name or index ("/SecretList/*/LastAccessedDate").
  std::vector<std::string> ignore{};

  /// How far apart two dates may be, each seen from the time of its own answer. Empty: that there
  /// is a date is all that counts.
  std::optional<world::Duration> date_tolerance = std::chrono::hours(24);
};

/// What dates are seen from: when each of the two answers was given.
struct DateFrame {
  world::Instant recorded{}, live{};
  std::optional<world::Duration> tolerance{};  ///< empty: any two dates are alike
};

/// The members that do not count, and how often each pattern met one.
class LeftAside {
 public:
  /// Throws std::invalid_argument for what is no JSON Pointer to a member.
  explicit LeftAside(const std::vector<std::string>& patterns);

  /// Whether the member is left out. Counts it.
  bool takes(const std::string& pointer);

  /// By pattern, those that met nothing included.
  const std::map<std::string, std::uint64_t>& counts() const { return counts_; }

 private:
  std::map<std::string, std::uint64_t> counts_;
};

}  // namespace stunt::recorder
