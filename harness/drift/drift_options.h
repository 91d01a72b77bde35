// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "recorder/drift/finding.h"
#include "recorder/drift/printer.h"
#include "recorder/drift/rules.h"

namespace CLI {
class App;
}

namespace stunt::harness {

/// The flags about what counts as a difference, and how it is told. Two commands have them.
class DriftOptions {
 public:
  /// Must outlive the parsing.
  explicit DriftOptions(CLI::App& command);

  /// Throws std::invalid_argument that names the flag and says what would be right.
  recorder::DriftRules rules() const;
  recorder::Severities counting() const;

  /// On stdout.
  std::unique_ptr<recorder::DriftPrinter> printer() const;

  /// The first of those flags that was given and means nothing where nothing is compared.
  std::string comparing_flag() const;

 private:
  std::vector<std::string> ignore_;
  std::string severities_, dates_, color_ = "auto";
  bool json_ = false;
};

}  // namespace stunt::harness
