// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace stunt::input {

enum class Kind { null, boolean, integer, number, text, list, object };

/// What a text without quotes means.
struct Scalar {
  Kind kind = Kind::text;
  bool boolean = false;
  bool negative = false;        ///< of an integer
  std::uint64_t magnitude = 0;  ///< of an integer, without its sign
  double number = 0;            ///< of a number or an integer
};

/// Resolves a plain scalar by the core schema of YAML 1.2 (and so JSON's literals too): `yes`, `on`
/// and `1:30` are texts, 0o17 and 0x1F are integers, 017 is 17. An integer that does not fit 64
/// bits is a number.
Scalar resolve(std::string_view plain);

}  // namespace stunt::input
