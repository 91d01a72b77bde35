// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "aws/outcome_kind.h"

namespace stunt::recorder {

/// What Chrome writes into a response's `_error` where an answer did not come, or not whole; empty
/// if it did.
std::string_view har_error(aws::OutcomeKind outcome, bool some_of_it_came);

/// What such a word means; one that nobody knows means a broken connection.
aws::OutcomeKind read_har_error(std::string_view error);

/// A path or query as it may stand in a URL: the braces of pseudonyms are percent-encoded.
std::string url_text(std::string_view text);
/// The other way.
std::string read_url_text(std::string_view text);

}  // namespace stunt::recorder
