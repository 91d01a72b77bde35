// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "aws/service_model.h"
#include "recorder/drift/printer.h"

namespace stunt::recorder {

/// Compares what the clients of two recordings saw, and tells the printer. Throws as
/// stream_transcript() does, and std::runtime_error if a file is too large to be held.
Totals diff_transcripts(const std::filesystem::path& recorded, const std::filesystem::path& other,
                        const aws::ServiceModel& service, const DriftRules& rules,
                        DriftPrinter& printer);

}  // namespace stunt::recorder
