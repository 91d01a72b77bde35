// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "harness/settings.h"

namespace stunt::harness {

/// Reads a configuration file (YAML 1.2 or JSON) into the settings: the members of options(), and
///
///     services: { secretsmanager: { enabled: true } }
///     auth: { mode: verify, keys: [ … ] }               # or just its mode; see config_auth.h
///     rotation: { … }  # see config_rotation.h
///
/// Throws input::BadInput with every problem of the file.
void read_config(const std::filesystem::path& file, Settings& settings);

}  // namespace stunt::harness
