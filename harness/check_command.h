// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt check FILE…`. Lives until run() has returned.
class CheckCommand {
 public:
  explicit CheckCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Says of each file that it is good, and what is in it; or, on stderr, what is wrong and what is
  /// probably not meant. 0 if every file is good, 1 if a transcript seems to hold a secret, else 2;
  /// warnings count only with --strict.
  int run() const;

 private:
  bool check(const std::string& file) const;

  CLI::App* command_;
  std::vector<std::string> files_{};
  bool strict_ = false;
};

}  // namespace stunt::harness
