// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// What kind of promise is broken where two answers differ.
enum class Severity {
  status,  ///< another HTTP status, or no answer
  error,   ///< an error of another type
  schema,  ///< a member is missing, is there in addition, or has another type
  data,    ///< another value
};

/// "status" and so on, in the order of the enumeration.
std::span<const std::string_view> severity_names();
std::string_view to_string(Severity severity);
constexpr std::size_t kSeverities = 4;

/// One thing that is not as it was recorded. Nothing in it is a secret.
struct Difference {
  Severity severity;
  std::string pointer;  ///< into the body; empty: the answer as a whole
  std::string recorded, live;

  bool operator==(const Difference&) const = default;
};

/// What a difference has in the place of a member that is not there.
constexpr std::string_view kAbsent = "(absent)";

}  // namespace stunt::recorder
