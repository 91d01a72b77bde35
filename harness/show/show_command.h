// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "harness/show/filter.h"

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt show FILE`. Lives until run() has returned.
class ShowCommand {
 public:
  explicit ShowCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Returns the exit code, or throws what a broken transcript or a wrong filter is worth.
  int run() const;

 private:
  int print() const;
  void refuse_together() const;

  CLI::App* command_;
  std::string transcript_, color_ = "auto";
  std::uint64_t seq_ = 0;
  std::size_t width_ = 0;
  Filter filter_;
  bool attempts_ = false, waterfall_ = false, full_ = false, json_ = false, follow_ = false;
};

}  // namespace stunt::harness
