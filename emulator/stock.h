// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "emulator/place.h"
#include "emulator/secret.h"
#include "emulator/vault.h"
#include "world/clock.h"

namespace stunt::emulator {

/// All secrets of a vault as they were at one moment: copies, with the places where they stood.
using Stock = std::vector<std::pair<Place, Secret>>;

Stock take_stock(Vault& vault, world::Instant now);

/// These secrets and no others, at one moment. What replicas have not seen yet they never will.
/// Returns how many are there.
std::size_t put_stock(Vault& vault, const Stock& stock, world::Instant now);

}  // namespace stunt::emulator
