// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt key new FILE`. Lives until run() has returned.
class KeyCommand {
 public:
  explicit KeyCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Makes a key file, and says the key's id. Throws std::runtime_error if it cannot.
  int run() const;

 private:
  CLI::App* key_;
  std::string file_{};
};

}  // namespace stunt::harness
