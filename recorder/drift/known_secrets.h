// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace stunt::recorder {

/// Secret values by the number of the pseudonym that stands for them in a transcript. Of numbers
/// and booleans the JSON text.
using KnownSecrets = std::map<std::uint64_t, std::string>;

/// Reads {"1": "value", "2": 5432}, JSON or YAML. Throws input::BadInput, which quotes no value;
/// also where two numbers have one value, since equal values have one pseudonym.
KnownSecrets read_known_secrets(const std::filesystem::path& file);

}  // namespace stunt::recorder
