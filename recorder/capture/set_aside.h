// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace stunt::recorder {

/// Gives a full transcript the next name of its row: run.1.jsonl the first, run.2.jsonl the second,
/// and no name twice, also over restarts and where older ones were deleted. So the names stand for
/// good, in the order of time, and end as the tools for the format expect. Returns the new path;
/// throws std::runtime_error if it cannot be done.
std::filesystem::path set_aside(const std::filesystem::path& path);

}  // namespace stunt::recorder
