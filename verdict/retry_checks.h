// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/count.h"
#include "verdict/backoff.h"
#include "verdict/judgement.h"
#include "verdict/logical_calls.h"

namespace stunt::verdict {

/// What can be asked of retries. Each notes what speaks against it.
using LogicalCalls = std::vector<LogicalCall>;

void check_attempts(const LogicalCalls& calls, const scenarios::Count& attempts,
                    Judgement& judgement);

/// Each wait is within its bounds, and, where that is required, they are spread evenly.
void check_backoff(const LogicalCalls& calls, const Backoff& backoff, Judgement& judgement);

/// Every attempt of a call comes with the same idempotency token, under the same invocation id.
void check_tokens(const LogicalCalls& calls, Judgement& judgement);

/// After an answer with a hint nobody comes back before the hint says so; SDKs of profile 2.1 take
/// no more of it than 5 seconds, and come no later than 5 seconds after it.
void check_hints(const LogicalCalls& calls, const Backoff& backoff, Judgement& judgement);

}  // namespace stunt::verdict
