// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace stunt::bench {

/// A call about the secret NAME.
struct Step {
  std::string_view operation{};  ///< empty: no call
  std::string_view body{};
  std::string_view region{};  ///< that it is signed for; empty: not signed
};

/// A call that is measured, and one before it that makes the secret ready for it, each time.
struct Case {
  Step measured;
  Step before{};
};

/// One for each operation. The first version of each secret has the id
/// 00000000-0000-4000-8000-000000000001.
std::span<const Case> operation_cases();

}  // namespace stunt::bench
