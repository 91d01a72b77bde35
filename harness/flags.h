// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "harness/options.h"
#include "harness/settings.h"

namespace CLI {
class App;
}

namespace stunt::harness {

/// The options as flags of a command, and what was written on the command line for them.
class Flags {
 public:
  /// Must outlive the parsing.
  void add_to(CLI::App& command);

  /// Throws std::invalid_argument that names the flag and says what would be right.
  void apply_to(Settings& settings) const;

  /// As they were written, but for those of these names: {"--record", "run.jsonl"}.
  std::vector<std::string> words_but(const std::vector<std::string_view>& names) const;

 private:
  std::map<const Option*, std::vector<std::string>> given_;
};

/// Answers of the program go to stdout, what it has to say about itself to stderr.
void start_logging(const std::string& level);

}  // namespace stunt::harness
