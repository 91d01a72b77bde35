// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "aws/service_model.h"
#include "input/problem.h"
#include "scenarios/scenario.h"

namespace stunt::scenarios {

/// Rules that one file may have.
constexpr std::size_t kMostRules = 10'000;

/// Reads a scenario file, YAML or JSON. Throws input::BadInput with all of its problems. Names of
/// operations and error codes are looked up in `service`. Without `read_expect` a file that expects
/// something is refused.
Scenario load(const std::filesystem::path& file, const aws::ServiceModel& service,
              ReadExpect read_expect = nullptr);

/// The same of a text; `file` is what problems call it.
Scenario load_text(std::string_view text, const std::filesystem::path& file,
                   const aws::ServiceModel& service, ReadExpect read_expect = nullptr);

/// Reads several files and joins those of one scope; the first script is that of the world without
/// one, also if it is empty. Throws input::BadInput with the problems of all of them; in one world,
/// a rule's id that two files use, a second seed and a second clock are problems too.
std::vector<Script> load_all(std::span<const std::filesystem::path> files,
                             const aws::ServiceModel& service, ReadExpect read_expect = nullptr);

}  // namespace stunt::scenarios
