// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/redaction/redactor.h"
#include "recorder/replay/options.h"
#include "recorder/replay/recording_file.h"
#include "recorder/transcript/reader.h"

namespace stunt::recorder {

/// A transcript whose secrets are known is held in memory; it may have so many bytes.
constexpr std::uint64_t kMostClear = std::uint64_t{256} << 20;

/// What became of the secrets in a transcript; its first line is read. Throws BadTranscript.
Secrecy secrecy_of(const RecordingFile& file);

/// The transcript in a file, with the secrets that it has in the clear or, if the options have its
/// key, sealed. Throws as read_transcript() and open_transcript() do, and BadTranscript if it is
/// too long.
Transcript read_clear(const RecordingFile& file, const ReplayOptions& options);

/// The bodies of its requests, by index, as a request of today is compared with them: redacted,
/// after all was learned.
std::vector<aws::Json> redacted_requests(const Transcript& transcript,
                                         const aws::ServiceModel& service, Redactor& redactor);

}  // namespace stunt::recorder
