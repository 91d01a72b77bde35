// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "recorder/drift/finding.h"
#include "recorder/drift/rules.h"

namespace stunt::recorder {

/// What is told at the end: what did not count, in words, and anything else worth a line.
struct DriftEnd {
  const Totals& totals;
  const DriftRules& rules;
  const LeftAside& ignored;
  std::vector<std::string> notes{};
};

/// Tells findings as they come, and at the end what they come to.
class DriftPrinter {
 public:
  virtual ~DriftPrinter() = default;

  virtual void finding(const Finding& finding) = 0;
  virtual void end(const DriftEnd& end) = 0;
};

/// For people: what is not equal, in the manner of diff. Nothing that a server answered can control
/// the terminal.
std::unique_ptr<DriftPrinter> make_text_printer(std::ostream& out, bool color);

/// For machines: JSON Lines, one for each exchange, equal ones included, and one with the totals.
std::unique_ptr<DriftPrinter> make_json_printer(std::ostream& out);

/// What never counts, and what the rules leave out: a sentence each.
std::vector<std::string> left_out(const DriftEnd& end);

}  // namespace stunt::recorder
