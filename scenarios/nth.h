// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "input/fields.h"

namespace stunt::scenarios {

/// Which of the arrivals that a rule matches are meant; the first is number 1.
struct Nth {
  static constexpr std::uint64_t kMost = 1'000'000'000;

  std::vector<std::uint64_t> listed{};  ///< ascending; if there are any, just these. Else:
  std::uint64_t from = 1;
  std::uint64_t to = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t step = 1;

  bool includes(std::uint64_t arrival) const;
};

/// Reads 3, [1, 3], {first: 3}, {every: 3, offset: 1} or {from: 2, to: 4}. `name` is what the file
/// calls it.
std::optional<Nth> read_nth(const input::Value& value, std::string_view name = "nth");

aws::Json to_json(const Nth& nth);

}  // namespace stunt::scenarios
