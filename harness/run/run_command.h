// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/flags.h"

namespace stunt::harness {

/// `stunt run FILE… [-- COMMAND…]` on the command line.
class RunCommand {
 public:
  /// Must outlive the parsing.
  RunCommand(CLI::App& app, int argc, char** argv);

  /// How many words of the command line are the program's; those of the command stand behind.
  int own_words() const { return own_words_; }

  bool is_given() const;

  /// The exit code: see run(). Throws what a Stage throws, and std::invalid_argument.
  int run() const;

 private:
  std::string again() const;

  CLI::App* command_;
  Flags flags_;
  int own_words_;
  std::vector<std::string> files_, reports_, words_;
  std::string color_ = "auto";
};

}  // namespace stunt::harness
