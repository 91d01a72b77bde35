// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "world/clock.h"
#include "world/random.h"

namespace stunt::recorder {

/// The id of the seq-th exchange: a ULID, that is 26 letters and digits that sort by time. Its
/// random part is a function of seed and seq.
std::string exchange_id(world::Instant at, const world::Random& random, std::uint64_t seq);

}  // namespace stunt::recorder
