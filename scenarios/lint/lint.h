// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "aws/service_model.h"
#include "input/problem.h"
#include "scenarios/scenario.h"

namespace stunt::scenarios {

/// A scenario file that loads, and what its author probably did not mean.
struct Checked {
  Scenario scenario;
  std::vector<input::Problem> warnings{};  ///< in the order of the text
};

/// Reads a scenario file as load() does, and looks for what does nothing, always or never happens,
/// or is another way than it seems. Throws input::BadInput if it does not load. The file is judged
/// alone: what another file of the same world adds is not known.
Checked check(const std::filesystem::path& file, const aws::ServiceModel& service,
              ReadExpect read_expect = nullptr);

/// The same of a text; `file` is what problems call it.
Checked check_text(std::string_view text, const std::filesystem::path& file,
                   const aws::ServiceModel& service, ReadExpect read_expect = nullptr);

/// "file.yaml:12:9: warning: /rules/0: this rule never fires: …"
std::string to_warning(const input::Problem& problem);

}  // namespace stunt::scenarios
