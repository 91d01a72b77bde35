// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "input/place.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// A scenario file, read and found right (docs/scenario-format.md).
struct Scenario {
  std::string name;
  std::string description{};
  std::optional<std::uint64_t> seed{};
  input::Place seed_at{};
  std::vector<Rule> rules{};
  std::filesystem::path file{};
};

/// Several scenarios as one: their rules in the order of the files.
struct Script {
  std::optional<std::uint64_t> seed{};
  std::vector<Rule> rules{};
};

}  // namespace stunt::scenarios
