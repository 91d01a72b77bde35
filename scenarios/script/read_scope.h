// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "input/fields.h"
#include "input/place.h"

namespace stunt::scenarios {

/// A world of its own that a scenario plays in. Clients reach it by one of its access key ids, or
/// by the path prefix /s/NAME.
struct ScopeName {
  std::string name;
  std::vector<std::string> access_key_ids{};
  input::Place at{};
};

/// Reads a scenario's `scope`.
std::optional<ScopeName> read_scope(const input::Value& value, const std::string& file);

}  // namespace stunt::scenarios
