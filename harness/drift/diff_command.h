// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "harness/drift/drift_options.h"

namespace stunt::harness {

/// `stunt diff FILE FILE`. Lives until run() has returned.
class DiffCommand {
 public:
  explicit DiffCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Returns the exit code. Throws what a broken file or wrong usage is worth.
  int run() const;

 private:
  CLI::App* command_;
  std::string recorded_, other_;
  std::unique_ptr<DriftOptions> drift_;
};

}  // namespace stunt::harness
