// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt merge FILE FILE…`. Lives until run() has returned.
class MergeCommand {
 public:
  explicit MergeCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Returns the exit code, or throws what a broken transcript or output is worth.
  int run() const;

 private:
  CLI::App* command_;
  std::vector<std::string> transcripts_;
  std::string output_;
  bool overwrite_ = false;
};

}  // namespace stunt::harness
