// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "harness/admin/route.h"

namespace stunt::harness::admin {

/// The file that a request may write: below the directory of --recordings, wherever links lead, and
/// not there yet. `path` is relative and does not climb. Throws Problem.
std::filesystem::path recording_place(const Settings& settings, const std::string& path);

/// `path` of the body {"path": "run.jsonl"}, which may be left out. Throws Problem.
std::optional<std::string> read_path(const Ask& ask);

}  // namespace stunt::harness::admin
