// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "aws/service_model.h"
#include "input/problem.h"
#include "scenarios/scenario.h"

namespace stunt::scenarios {

/// Rules that one file may have.
constexpr std::size_t kMostRules = 10'000;

/// Reads a scenario file, YAML or JSON. Throws input::BadInput with all of its problems. Names of
/// operations and error codes are looked up in `service`.
Scenario load(const std::filesystem::path& file, const aws::ServiceModel& service);

/// The same of a text; `file` is what problems call it.
Scenario load_text(std::string_view text, const std::filesystem::path& file,
                   const aws::ServiceModel& service);

/// Reads several files and joins them. Throws input::BadInput with the problems of all of them; a
/// rule's id that two files use, and a second seed, are problems too.
Script load_all(std::span<const std::filesystem::path> files, const aws::ServiceModel& service);

}  // namespace stunt::scenarios
