// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verdict/verdict.h"

namespace stunt::verdict::report {

/// For people: a line for each expectation, what speaks against those that did not pass, and how to
/// do it again.
void write_text(const Verdict& verdict, std::ostream& out, bool color = false);

/// One JSON document.
void write_json(const Verdict& verdict, std::ostream& out);

/// JUnit XML: a test suite with a test case for each expectation. What is inconclusive is an error
/// there, because a skipped test passes.
void write_junit(const Verdict& verdict, std::ostream& out);

/// TAP 14, with a YAML block behind each test point that is not ok.
void write_tap(const Verdict& verdict, std::ostream& out);

/// For a pull request or the summary of a job.
void write_markdown(const Verdict& verdict, std::ostream& out);

/// A form in which a verdict can be had.
struct Format {
  std::string_view name;  ///< "junit"
  std::string_view content_type;
  void (*write)(const Verdict& verdict, std::ostream& out);
};

/// All of them.
std::span<const Format> formats();

/// Nothing if there is no such format.
std::optional<Format> format_of(std::string_view name);

/// The cells of a row: seq, time, operation, secret, attempt, outcome, faults; "-" for nothing.
std::vector<std::string> cells_of(const Row& row);

/// Their titles.
std::span<const std::string_view> titles();

/// The rows that a finding names.
std::vector<const Row*> rows_of(const Verdict& verdict, const Finding& finding);

}  // namespace stunt::verdict::report
