// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// What a file of another format cannot say, by reason. Nothing here quotes a value.
class Losses {
 public:
  struct Loss {
    std::string reason;   ///< "the attempt that the SDK tells"
    std::string example;  ///< where it was first: "seq 4", "/log/entries/3"
    std::uint64_t count = 0;
  };

  void add(std::string_view reason, std::string_view example);

  /// In the order in which they were first met.
  const std::vector<Loss>& list() const { return list_; }

 private:
  std::vector<Loss> list_;
};

/// "lost: the attempt that the SDK tells (12 times, first: seq 4)", a line each.
void print(const Losses& losses, std::ostream& out);

}  // namespace stunt::recorder
