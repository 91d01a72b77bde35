// SPDX-License-Identifier: MIT
#include "scenarios/lint/lint.h"

#include <array>

#include "input/document.h"
#include "input/source_text.h"
#include "scenarios/lint/lints.h"
#include "scenarios/load.h"

namespace stunt::scenarios {
namespace {

constexpr std::array kLints = {
    lint::find_shadowed_rules,  lint::find_idle_switches,       lint::find_states_never_reached,
    lint::find_certain_chances, lint::find_times_never_reached, lint::find_idle_nth_by,
    lint::find_timing,          lint::find_idle_waits,          lint::find_sure_expectations,
    lint::find_contradictions,  lint::find_unused_names,        lint::find_missing_description,
};

}  // namespace

Checked check_text(std::string_view text, const std::filesystem::path& file,
                   const aws::ServiceModel& service, ReadExpect read_expect) {
  Checked checked{load_text(text, file, service, read_expect)};
  input::Problems warnings(file.string());
  if (const auto document = input::parse_document(text, warnings)) {
    const lint::Subject subject(checked.scenario, service,
                                input::Value(document->root(), "", warnings));
    for (const auto& find : kLints) find(subject);
  }
  checked.warnings = warnings.sorted();
  return checked;
}

std::string to_warning(const input::Problem& problem) {
  const auto place = to_string(problem.at);
  return place + ": warning" + to_string(problem).substr(place.size());
}

Checked check(const std::filesystem::path& file, const aws::ServiceModel& service,
              ReadExpect read_expect) {
  input::Problems problems(file.string());
  const auto text = input::read_text(file, problems);
  problems.throw_if_any();
  return check_text(*text, file, service, read_expect);
}

}  // namespace stunt::scenarios
