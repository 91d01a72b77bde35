// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "aws/json.h"
#include "aws/outcome.h"

namespace stunt::scenarios {

/// Changes the answer's JSON body; the engine's answer is kept in `real`. False, and the answer is
/// as it was, if its body is no JSON or `change` says false or throws what nlohmann throws.
bool edit_body(aws::Outcome& outcome, const std::function<bool(aws::Json& body)>& change);

}  // namespace stunt::scenarios
