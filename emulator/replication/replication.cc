// SPDX-License-Identifier: MIT
#include "emulator/replication/replication.h"

#include <algorithm>

namespace stunt::emulator {

Replica* Replication::find(std::string_view region) {
  const auto found = std::ranges::find(replicas, region, &Replica::region);
  return found == replicas.end() ? nullptr : &*found;
}

void Replication::add(std::vector<Replica> added) {
  for (auto& replica : added) {
    remove(replica.region);
    replicas.push_back(std::move(replica));
  }
  std::ranges::sort(replicas, {}, &Replica::region);
}

void Replication::remove(std::string_view region) {
  std::erase_if(replicas, [&](const Replica& replica) { return replica.region == region; });
}

}  // namespace stunt::emulator
