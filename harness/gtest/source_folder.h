// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace stunt {

/// The folder of a source file that is named as __FILE__ does. A compiler may have been told its
/// path from the folder that it ran in, which is the top of the build tree: somewhere above the
/// program. Relative if it is not found.
std::filesystem::path folder_of(const std::filesystem::path& source);

}  // namespace stunt
