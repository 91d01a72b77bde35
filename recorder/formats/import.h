// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "aws/service_model.h"
#include "recorder/formats/losses.h"
#include "recorder/transcript/reader.h"

namespace stunt::recorder {

/// What can be imported.
enum class ImportFormat { har, wiremock, hoverfly, vcr };

/// "har", "wiremock"…, in the order of the enumeration.
std::span<const std::string_view> import_format_names();

/// A file cannot be imported. what() begins with FILE, or FILE:LINE:COLUMN where it is not JSON or
/// YAML, says where as a JSON Pointer, and quotes no value.
class BadImport : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// A file may have this many bytes: it is read as a whole.
constexpr std::size_t kLargestImport = std::size_t{256} << 20;

struct ImportRequest {
  std::string_view text;
  std::string name;                      ///< the file, for messages
  std::optional<ImportFormat> format{};  ///< guessed from what is in it, if not given
  std::string tool{};                    ///< who writes the transcript: "stunt/0.1.0"
};

/// Makes a transcript, redacted as the recorder does it: all of the file is searched for all of its
/// secrets. Pseudonyms that are in it stay. Throws BadImport.
Transcript import_transcript(const ImportRequest& request, const aws::ServiceModel& service,
                             Losses& losses);

}  // namespace stunt::recorder
