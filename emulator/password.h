// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include <tl/expected.hpp>

#include "aws/error.h"

namespace stunt::emulator {

/// What a random password has to look like; the defaults are AWS's.
struct PasswordRules {
  std::size_t length = 32;
  std::string excluded{};  ///< characters that must not occur

  // The types of characters that may occur.
  bool lowercase = true;
  bool uppercase = true;
  bool numbers = true;
  bool punctuation = true;
  bool space = false;

  bool require_each_type = true;  ///< of each of these types there is at least one
};

/// Gives 64 evenly spread bits, others each time.
using Bits = std::function<std::uint64_t()>;

/// A password that keeps the rules, each with the same probability, spelled from `bits`. An
/// InvalidParameterException if there is none.
tl::expected<std::string, aws::Error> random_password(const PasswordRules& rules, const Bits& bits);

}  // namespace stunt::emulator
