// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"

namespace stunt::recorder {

/// What WireMock's equalToJson takes for any text.
constexpr const char* kAnyText = "${json-unit.any-string}";

/// A redacted body as a pattern: what differs from run to run, or is not known, may be any text.
/// Those are texts with a pseudonym in them, ClientRequestToken and NextToken.
aws::Json wiremock_pattern(const aws::Json& redacted_body);

/// A body that a pattern takes; each place that takes any text has a text of its own, counted in
/// `made_up`.
aws::Json wiremock_body(const aws::Json& pattern, std::uint64_t& made_up);

}  // namespace stunt::recorder
