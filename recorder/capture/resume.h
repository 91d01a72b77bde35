// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

#include "recorder/capture/describe.h"
#include "recorder/transcript/digest.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// A transcript that is gone on with: what its lines so far say, and where the next one goes.
struct Resume {
  Header header;
  Before before{};
  Digest digest{};  ///< of the exchanges that are there
  std::uint64_t exchanges = 0;
  std::uint64_t dropped = 0;
  std::uint64_t size = 0;  ///< bytes of the whole lines, without a footer
};

/// Reads a transcript to its end, line by line: a footer, and a last line that was cut off, do not
/// count. Throws std::runtime_error if it cannot be read, BadTranscript if it is broken.
Resume read_resume(const std::filesystem::path& path);

/// Whether a file is there that has an exchange in it. Throws as read_resume() does; what is no
/// regular file, a pipe or a device, has none.
bool has_exchanges(const std::filesystem::path& path);

}  // namespace stunt::recorder
