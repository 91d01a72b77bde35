// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/settings.h"
#include "verdict/report/report.h"

namespace stunt::harness {

/// A report to write.
struct ReportTo {
  verdict::report::Format format;
  std::filesystem::path path;  ///< "-": stdout
};

/// What `stunt run` is told.
struct RunOptions {
  Settings settings{};                 ///< with the scenario files
  std::vector<std::string> command{};  ///< empty: only the scripts are played
  std::vector<ReportTo> reports{};
  std::string color = "auto";
  std::string again{};  ///< the command line but for the seed, to be typed once more
};

/// Reads "junit=report.xml". Throws std::invalid_argument that says what would be right.
ReportTo read_report(const std::string& text);

/// Serves on a free port, plays the scripts, runs the command beside them, judges, and says so on
/// stderr and in the reports. 0 pass, 1 fail, 3 inconclusive, 130 interrupted. Throws what a Stage
/// throws.
int run(const RunOptions& options);

}  // namespace stunt::harness
