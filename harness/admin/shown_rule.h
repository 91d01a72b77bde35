// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "scenarios/director.h"
#include "scenarios/rule.h"

namespace stunt::harness::admin {

/// A rule as an answer shows it: what was read, without what it says of the values of secrets, and
/// what became of it so far.
aws::Json shown_rule(const scenarios::Rule& rule, const scenarios::Director::Count& count);

/// Every value that may be one of a secret as "*****": what is sensitive by the service's model or
/// by its name, wherever it stands, and texts that have such a thing in them or are a whole answer.
aws::Json without_secrets(aws::Json json);

}  // namespace stunt::harness::admin
