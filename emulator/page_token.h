// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/position.h"
#include "world/random.h"

namespace stunt::emulator {

/// A NextToken: the list goes on behind `position`. Opaque to the client. `query` says which list
/// it is (whose secrets, which filters, which order); a token is good for that list only, and only
/// for the seed that made it.
std::string page_token(const Position& position, std::string_view query,
                       const world::Random& random);

/// The position that a token says; nothing if it was mangled or is for another list.
std::optional<Position> read_page_token(std::string_view token, std::string_view query,
                                        const world::Random& random);

}  // namespace stunt::emulator
