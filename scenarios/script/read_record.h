// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "input/fields.h"
#include "input/place.h"
#include "recorder/capture/options.h"

namespace stunt::scenarios {

/// How a scenario wants its run recorded.
struct RecordBlock {
  std::filesystem::path to{};  ///< from the scenario file's folder; empty: --record says it
  std::optional<recorder::RecordMode> mode{};
  bool on_error = true;  ///< false: only a run that passes is kept
  recorder::RedactionRules redact{};
  input::Place at{};
};

/// Reads a scenario's `record`.
std::optional<RecordBlock> read_record(const input::Value& value, const std::string& file);

}  // namespace stunt::scenarios
