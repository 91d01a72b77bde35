// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/text_matcher.h"

namespace stunt::scenarios {

/// Reads `operation`: one matcher of names or a list of them. Names that the service does not have
/// and patterns that fit none of its operations are problems.
std::vector<TextMatcher> read_operations(const input::Value& value,
                                         const aws::ServiceModel& service);

}  // namespace stunt::scenarios
