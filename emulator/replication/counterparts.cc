// SPDX-License-Identifier: MIT
#include "emulator/replication/counterparts.h"

namespace stunt::emulator {

std::string_view primary_region(const Secret& secret) {
  if (secret.replication.is_replica()) return *secret.replication.primary_region;
  if (secret.replication.replicas.empty()) return {};
  return secret.shelf->place().region;
}

std::string arn_on(const Shelf& shelf, const Secret& primary) {
  return shelf.arn_prefix() + primary.arn.substr(primary.shelf->arn_prefix().size());
}

Shelf& shelf_of(const Secret& primary, const Replica& replica, Shelves& shelves) {
  return shelves.at({replica.region, primary.shelf->place().account});
}

Secret* find_replica(const Secret& primary, const Replica& replica, Shelves& shelves,
                     world::Instant now) {
  if (replica.status != Replica::Status::in_sync) return nullptr;
  return shelf_of(primary, replica, shelves).find(primary.name, now);
}

Secret* find_primary(const Secret& replica, Shelves& shelves, world::Instant now) {
  if (!replica.replication.is_replica()) return nullptr;
  const auto& account = replica.shelf->place().account;
  return shelves.at({*replica.replication.primary_region, account}).find(replica.name, now);
}

}  // namespace stunt::emulator
