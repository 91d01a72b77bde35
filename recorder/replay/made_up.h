// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "recorder/redaction/pseudonym.h"
#include "world/random.h"

namespace stunt::recorder {

/// A value for a pseudonym of which a replay knows nothing: of its kind, a function of seed and
/// number, and another one for each attempt. Of numbers and booleans the JSON text.
std::string made_up_value(const Pseudonym& pseudonym, const world::Random& random,
                          std::uint64_t attempt);

}  // namespace stunt::recorder
