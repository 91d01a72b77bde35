// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "aws/terms.h"

namespace stunt::emulator {

/// Where one operation breaks down, if a fault wants it to. An operation asks at(point) between two
/// of its changes, when the first is made and the second is to come. If the answer is yes, it tells
/// its shelf what it has changed so far and ends with errors::broken_down(). Lives for one call.
class Breakdown {
 public:
  /// Never.
  Breakdown() = default;
  explicit Breakdown(std::optional<aws::CommitPoint> wanted) : wanted_(wanted) {}

  /// The operation has come to that point. True if it goes no further.
  [[nodiscard]] bool at(aws::CommitPoint point) {
    if (wanted_ != point) return false;
    happened_ = point;
    return true;
  }

  /// Where it broke down; nothing if it did not.
  std::optional<aws::CommitPoint> happened() const { return happened_; }

 private:
  std::optional<aws::CommitPoint> wanted_{};
  std::optional<aws::CommitPoint> happened_{};
};

}  // namespace stunt::emulator
