// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt state export DIR` and `stunt state import DIR FILE`. Lives until run() has returned.
class StateCommand {
 public:
  explicit StateCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Returns the exit code, or throws what a broken file or state is worth.
  int run() const;

 private:
  int run_export() const;
  int run_import() const;

  CLI::App* state_;
  CLI::App* export_;
  std::string directory_, file_;
  bool reveal_ = false;
};

}  // namespace stunt::harness
