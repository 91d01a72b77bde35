// SPDX-License-Identifier: MIT
#include "harness/drift/drift_options.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "input/did_you_mean.h"
#include "input/duration.h"

namespace stunt::harness {

DriftOptions::DriftOptions(CLI::App& command) {
  command
      .add_option("--severity", severities_,
                  "What fails, of status, error, schema and data (all); comma-separated")
      ->type_name("LIST");
  command
      .add_option("--ignore", ignore_,
                  "Member of answers that does not count, as a JSON Pointer; * stands for any name "
                  "or index. Repeatable")
      ->type_name("POINTER")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--dates", dates_,
                  "How far dates may be apart, each seen from its answer, or ignore (1d)")
      ->type_name("DURATION");
  command.add_flag("--json", json_, "JSON Lines: one for each exchange, and one for the totals");
  command.add_option("--color", color_, "auto, always or never (auto)")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

recorder::DriftRules DriftOptions::rules() const {
  recorder::DriftRules rules;
  rules.ignore = ignore_;
  try {
    [[maybe_unused]] const recorder::LeftAside tried(ignore_);
  } catch (const std::invalid_argument& wrong) {
    throw std::invalid_argument("--ignore: " + std::string(wrong.what()));
  }
  if (dates_ == "ignore") {
    rules.date_tolerance.reset();
  } else if (!dates_.empty()) {
    const auto tolerance = input::parse_duration(dates_);
    if (!tolerance) {
      throw std::invalid_argument("--dates: " + tolerance.error().message + "; " +
                                  tolerance.error().hint + ", or ignore");
    }
    rules.date_tolerance = *tolerance;
  }
  return rules;
}

recorder::Severities DriftOptions::counting() const {
  recorder::Severities counting{};
  if (severities_.empty()) counting.fill(true);
  const auto names = recorder::severity_names();
  std::istringstream list(severities_);
  for (std::string name; std::getline(list, name, ',');) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      throw std::invalid_argument("--severity: unknown '" + name + "'; " +
                                  input::suggest(name, names));
    }
    counting[static_cast<std::size_t>(found - names.begin())] = true;
  }
  return counting;
}

std::unique_ptr<recorder::DriftPrinter> DriftOptions::printer() const {
  if (json_) return recorder::make_json_printer(std::cout);
  const bool terminal = ::isatty(STDOUT_FILENO) != 0 && !std::getenv("NO_COLOR");
  return recorder::make_text_printer(std::cout,
                                     color_ == "always" || (color_ == "auto" && terminal));
}

std::string DriftOptions::comparing_flag() const {
  if (!severities_.empty()) return "--severity";
  if (!ignore_.empty()) return "--ignore";
  return dates_.empty() ? "" : "--dates";
}

}  // namespace stunt::harness
