// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace stunt::harness {

/// Whether a file is a transcript, or means to be one: by its first line, else by its name.
bool is_transcript(const std::filesystem::path& file);

/// Says on stdout that a transcript is good, or on stderr what is wrong with it and where it seems
/// to hold secrets. 0 if it is good, 1 if it holds some, 2 if it is broken.
int check_transcript(const std::filesystem::path& file);

}  // namespace stunt::harness
