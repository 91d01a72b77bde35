// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aws/service_model.h"
#include "http/headers.h"
#include "recorder/redaction/redactor.h"

namespace stunt::recorder {

/// Header fields as a transcript has them: names in lower case, order kept.
using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// What stands for a value that is left out and is no secret of the model.
constexpr std::string_view kRedacted = "{{redacted}}";

/// The value of a field as a transcript tells it elsewhere; empty if it is dropped or not there.
std::string told_header(const http::Headers& headers, std::string_view name, Redactor& redactor);

/// The fields of a request or an answer. Values stay under names that are known to be harmless,
/// without the secrets that are quoted in them; elsewhere the name stays alone. Signatures, session
/// tokens and what the user's own rules drop stay out also where everything else is revealed.
HeaderList redact_headers(const http::Headers& headers, const aws::ServiceModel& service,
                          Redactor& redactor);

}  // namespace stunt::recorder
