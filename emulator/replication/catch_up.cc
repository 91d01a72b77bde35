// SPDX-License-Identifier: MIT
#include "emulator/replication/catch_up.h"

#include <utility>

#include "emulator/replication/counterparts.h"

namespace stunt::emulator {
namespace {

using Status = Replica::Status;

/// The replica as the primary has it: everything is the primary's but what is said here.
Secret mirrored(const Secret& primary, Secret& replica) {
  Secret mirror = primary;
  mirror.arn = replica.arn;
  mirror.number = replica.number;
  mirror.shelf = replica.shelf;
  mirror.kms_key_id = replica.kms_key_id;
  mirror.changed = replica.changed;
  mirror.accessed = replica.accessed;
  mirror.deletion = replica.deletion;
  mirror.deleted = replica.deleted;
  mirror.deleted_by_force = replica.deleted_by_force;
  mirror.rotation.reset();
  mirror.replication = replica.replication;
  for (Version& version : mirror.versions) {
    const Version* known = replica.versions.find(version.id);
    version.accessed = known ? known->accessed : std::nullopt;
    version.kms_key_id = replica.kms_key_id;
    version.former_kms_key_id.reset();
  }
  return mirror;
}

Secret first_copy(const Secret& primary, const Replica& entry, Shelf& shelf) {
  Secret blank{.name = primary.name, .arn = arn_on(shelf, primary)};
  blank.kms_key_id = entry.kms_key_id;
  blank.changed = primary.changed;
  blank.replication.primary_region = primary.shelf->place().region;
  return mirrored(primary, blank);
}

/// What takes part in another replication is not overwritten: its other end would be left alone.
bool may_take_the_place_of(const Secret& secret, const Replica& entry) {
  return entry.overwrites && !secret.replication.is_replica() &&
         secret.replication.replicas.empty();
}

void make(const Secret& as_it_was, const Replica& entry, Secret& primary, Shelf& shelf,
          world::Instant now) {
  const Secret* there = shelf.find(primary.name, now);
  if (there && !may_take_the_place_of(*there, entry)) {
    return primary.shelf->replicated(primary, entry.region, Status::failed);
  }
  if (there) shelf.remove(*there);
  shelf.add(first_copy(as_it_was, entry, shelf));
  primary.shelf->replicated(primary, entry.region, Status::in_sync);
}

void renew(const Secret& as_it_was, Secret& replica) {
  replica = mirrored(as_it_was, replica);
  replica.shelf->changed(replica, as_it_was.changed);
}

void arrive(const Outbox::Change& change, const Replica& entry, Secret& primary, Shelves& shelves,
            world::Instant now) {
  if (change.at < entry.since) return;
  if (entry.status == Status::in_progress) {
    make(change.primary, entry, primary, shelf_of(primary, entry, shelves), now);
  } else if (Secret* replica = find_replica(primary, entry, shelves, now)) {
    renew(change.primary, *replica);
  }
}

}  // namespace

void catch_up(Shelves& shelves, world::Instant now) {
  while (const auto change = shelves.outbox().take(now)) {
    const Secret& as_it_was = change->primary;
    Secret* primary = as_it_was.shelf->find(as_it_was.name, now);
    if (!primary || primary->arn != as_it_was.arn) continue;
    for (const Replica& entry : primary->replication.replicas) {
      arrive(*change, entry, *primary, shelves, now);
    }
  }
}

}  // namespace stunt::emulator
