// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt import FILE`. Lives until run() has returned.
class ImportCommand {
 public:
  explicit ImportCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Returns the exit code, or throws what a broken file or output is worth.
  int run() const;

 private:
  CLI::App* command_;
  std::string file_, format_, output_;
  bool overwrite_ = false;
};

}  // namespace stunt::harness
