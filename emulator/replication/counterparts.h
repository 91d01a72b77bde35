// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "emulator/secret.h"
#include "emulator/shelves.h"

namespace stunt::emulator {

/// The Region that is told as PrimaryRegion. Empty for a secret that has nothing to do with others.
std::string_view primary_region(const Secret& secret);

/// The ARN that a secret's replica has on that shelf: only the Region is another.
std::string arn_on(const Shelf& shelf, const Secret& primary);

/// The shelf that a replica stands on, or will.
Shelf& shelf_of(const Secret& primary, const Replica& replica, Shelves& shelves);

/// The replica itself; nullptr as long as it is not in sync.
Secret* find_replica(const Secret& primary, const Replica& replica, Shelves& shelves,
                     world::Instant now);

/// The secret that another one is the replica of; nullptr if it is none.
Secret* find_primary(const Secret& replica, Shelves& shelves, world::Instant now);

}  // namespace stunt::emulator
