// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace stunt::recorder {

/// Writes one transcript with all exchanges of several, in the order in which they arrived by the
/// scenario's clock, numbered anew. Memory does not grow with bodies: 16 bytes and a hash for each
/// exchange.
///
/// A pseudonym stands for one secret only: the numbers of each file are moved behind those of the
/// files before it. Files with equal headers that have no exchange number in common are parts of
/// one recording, and keep theirs.
///
/// Returns notes for people. Throws BadTranscript for a broken file, std::runtime_error for one
/// that cannot be read, and std::invalid_argument for files that do not go together.
std::vector<std::string> merge_transcripts(const std::vector<std::filesystem::path>& paths,
                                           std::ostream& out);

}  // namespace stunt::recorder
