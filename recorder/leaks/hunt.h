// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "aws/service_model.h"
#include "recorder/transcript/stream.h"

namespace stunt::recorder {

/// What seems to be a secret in a transcript. Never says which.
struct Leak {
  std::size_t line = 0;
  std::uint64_t seq = 0;  ///< of the exchange; 0 in another line
  std::string pointer{};  ///< JSON Pointer in the line
  std::string kind{};     ///< "an AWS access key id"
};

/// "run.jsonl:3: seq 2: /req/json/Description holds a PEM block"
std::string to_string(const Leak& leak, const std::string& file);

/// Reads a transcript of any length in bounded memory and tells of every leak. Fields that hold
/// ids, hashes and names by design may do so. Throws as stream_transcript() does.
StreamEnd hunt_leaks(const std::filesystem::path& path, const aws::ServiceModel& service,
                     const std::function<void(const Leak&)>& found);

}  // namespace stunt::recorder
