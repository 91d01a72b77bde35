// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "aws/json.h"
#include "input/fields.h"

namespace stunt::scenarios {

/// How many are right.
struct Count {
  static constexpr std::uint64_t kMost = 1'000'000'000;

  std::uint64_t at_least = 1;
  std::optional<std::uint64_t> at_most{};

  bool includes(std::uint64_t number) const {
    return number >= at_least && (!at_most || number <= *at_most);
  }
};

/// "2", "at least 1", "at most 3", "2 to 5".
std::string to_string(const Count& count);

/// Reads 2, {eq: 2}, {atLeast: 1}, {atMost: 3} or {atLeast: 1, atMost: 3}.
std::optional<Count> read_count(const input::Value& value);

aws::Json to_json(const Count& count);

}  // namespace stunt::scenarios
