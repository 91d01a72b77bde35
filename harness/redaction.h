// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/settings.h"
#include "recorder/capture/redaction.h"

namespace stunt::harness {

/// What becomes of the secrets in a recording, as the settings say it; reads the key's file. Throws
/// std::invalid_argument for what contradicts, and what read_key_file() throws.
recorder::Redaction make_redaction(const recorder::RecordSettings& settings);

/// What somebody must know before anything is recorded so; a line each, for people. Nothing if it
/// is as usual.
std::vector<std::string> redaction_warnings(const recorder::RecordSettings& settings);

/// Throws std::invalid_argument for what would do nothing, and what somebody might rely on.
void refuse_idle_redaction(const Settings& settings);

}  // namespace stunt::harness
