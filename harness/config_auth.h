// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "aws/sigv4/key.h"
#include "harness/settings.h"
#include "input/fields.h"

namespace stunt::harness {

/// Reads the member `auth` of a configuration file:
///
///     auth:
///       mode: verify
///       regions: [us-east-1]
///       keys:
///         - access_key_id: AKIAEXAMPLE
///           secret_access_key: made-up
///           session_token: of a temporary key
///           expires: 2026-01-01T01:00:00Z
///           account: "111122223333"
///
/// Everything may be missing but a key's first two. Problems never quote a key.
void read_auth(const input::Value& value, Auth& auth);

/// Reads a file that is such a list of keys. Throws input::BadInput with every problem of it.
std::vector<aws::Key> read_keys(const std::filesystem::path& file);

}  // namespace stunt::harness
