// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "aws/error.h"
#include "aws/json.h"
#include "emulator/rotation/schedule.h"

namespace stunt::emulator {

/// RotationRules as a call said them, and what they mean.
struct RotationRules {
  std::optional<std::int64_t> after_days{};
  std::string expression{};            ///< empty: none
  std::string duration{};              ///< empty: none
  std::optional<Schedule> schedule{};  ///< nothing: the secret is rotated only when somebody asks
};

/// The schedule that the days or the expression of `rules` mean; nothing if they have neither.
/// Otherwise says in a sentence what is wrong.
tl::expected<std::optional<Schedule>, std::string> schedule_of(const RotationRules& rules);

/// Reads the member RotationRules of a call: days or an expression, not both.
tl::expected<RotationRules, aws::Error> read_rotation_rules(const aws::Json& rules);

}  // namespace stunt::emulator
