// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// Cuts what comes in pieces into lines.
class LineCutter {
 public:
  /// `line` is told each line without its LF, and what is too long to be one without waiting for
  /// its end.
  explicit LineCutter(std::function<void(std::string_view line)> line) : line_(std::move(line)) {}

  void take(std::string_view piece);

  /// Whether what came last had no LF yet.
  bool is_inside_a_line() const { return !begun_.empty(); }

 private:
  const std::function<void(std::string_view)> line_;
  std::string begun_;
};

}  // namespace stunt::recorder
