// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <ostream>

#include "recorder/transcript/reader.h"

namespace stunt::recorder {

struct ShowOptions {
  bool color = false;
};

/// Prints a transcript for people: a line for each exchange, what they come to, and what is odd
/// about the file. Nothing that a client sent can control the terminal. Throws as
/// read_transcript() does.
void show(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options);

/// The same for one that was read.
void show(const Transcript& transcript, std::ostream& out, const ShowOptions& options);

}  // namespace stunt::recorder
