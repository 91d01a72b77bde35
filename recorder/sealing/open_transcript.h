// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "recorder/sealing/seal_key.h"
#include "recorder/transcript/reader.h"

namespace stunt::recorder {

/// The transcript with the values that were sealed in the places of their pseudonyms, as if it had
/// been recorded with everything revealed. Another one is given back as it is. Throws BadTranscript
/// that names both keys if it was sealed with another, and the line and the JSON Pointer of a seal
/// that is broken; `name` stands for the file.
Transcript open_transcript(Transcript transcript, const SealKey& key, const std::string& name);

}  // namespace stunt::recorder
