// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include <tl/expected.hpp>

#include "world/clock.h"

namespace stunt::emulator {

/// Windows that open at regular distances. Days are counted from the day that is asked about, which
/// is that of the last rotation. Hours are counted from a midnight long ago, so that rate(12 hours)
/// opens at midnight and at noon.
class Rate {
 public:
  explicit Rate(std::chrono::days every) : every_(every) {}

  /// Reads what stands between the parentheses: "10 days", "4 hours". Otherwise says in a sentence
  /// what is wrong.
  static tl::expected<Rate, std::string> read(std::string_view text);

  /// The first opening behind `after`.
  world::Instant next_opening(world::Instant after) const;

  /// True if this is a schedule in hours, whose windows are short unless they are told otherwise.
  bool hourly() const { return std::holds_alternative<std::chrono::hours>(every_); }

  /// As long as a window can be.
  std::chrono::hours longest_window() const;

 private:
  explicit Rate(std::chrono::hours every) : every_(every) {}

  std::variant<std::chrono::days, std::chrono::hours> every_;
};

}  // namespace stunt::emulator
