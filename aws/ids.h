// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "aws/call.h"
#include "world/random.h"

namespace stunt::aws {

/// A UUID for something about this call, named by `kind`: a function of the seed and the call, as
/// draw() has it.
std::string draw_uuid(const world::Random& random, const Call& call, std::string_view kind);

/// The id of the answer, as x-amzn-RequestId has it.
std::string request_id(const world::Random& random, const Call& call);

}  // namespace stunt::aws
