// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "harness/drift/client_replay.h"
#include "harness/drift/drift_options.h"

namespace CLI {
class App;
}

namespace stunt::harness {

/// `stunt replay FILE --target URL`. Lives until run() has returned.
class ReplayCommand {
 public:
  explicit ReplayCommand(CLI::App& app);

  /// True if the command line that was parsed says it.
  bool is_given() const;

  /// Returns the exit code. Throws what a broken file or wrong usage is worth.
  int run() const;

 private:
  ClientReplayOptions options() const;

  CLI::App* command_;
  std::string transcript_, target_, speed_ = "max", concurrency_ = "1", secrets_, timeout_ = "60s";
  std::uint64_t seed_ = 0;
  bool diff_ = false;
  std::unique_ptr<DriftOptions> drift_;
};

}  // namespace stunt::harness
