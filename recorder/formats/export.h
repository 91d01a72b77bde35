// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <ostream>
#include <span>
#include <string_view>

#include "aws/service_model.h"
#include "recorder/formats/losses.h"
#include "recorder/transcript/stream.h"

namespace stunt::recorder {

/// What a transcript can be written as.
enum class ExportFormat { har, wiremock, curl, scenario, otlp };

/// "har", "wiremock"…, in the order of the enumeration.
std::span<const std::string_view> export_format_names();

/// Writes a transcript in another format, in bounded memory whatever its length. Some formats need
/// the file to be read twice. Throws as stream_transcript() does.
StreamEnd export_transcript(const std::filesystem::path& path, ExportFormat format,
                            const aws::ServiceModel& service, std::ostream& out, Losses& losses);

}  // namespace stunt::recorder
