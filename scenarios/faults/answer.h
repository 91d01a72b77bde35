// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "aws/outcome.h"

namespace stunt::scenarios {

/// The client gets `reply`; the engine's own answer is kept in `real`.
void replace_answer(aws::Outcome& outcome, http::Reply reply);

/// The client gets nothing, and the connection ends so; the engine's answer is kept in `real`.
void lose_answer(aws::Outcome& outcome, http::Wire::End end);

/// Keeps the engine's answer in `real`, because the reply is about to be changed.
void keep_real(aws::Outcome& outcome);

/// JSON as it is sent: on one line.
std::string body_text(const aws::Json& json);

}  // namespace stunt::scenarios
