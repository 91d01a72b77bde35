// SPDX-License-Identifier: MIT
#include "emulator/operations/remove_regions_from_replication.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/replication_status.h"
#include "emulator/replication/counterparts.h"

namespace stunt::emulator {
namespace {

void remove_replica(const Context& context, Secret& primary, const std::string& region) {
  const Replica* replica = primary.replication.find(region);
  if (!replica) return;  // the call named it twice
  Secret* there = find_replica(primary, *replica, context.shelves, context.now);
  if (there) there->shelf->remove(*there);
  primary.replication.remove(region);
}

}  // namespace

Result remove_regions_from_replication(const Context& context) {
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  const auto regions =
      context.parameters.list("RemoveReplicaRegions").get<std::vector<std::string>>();
  for (const auto& region : regions) {
    if (!secret.replication.find(region)) return tl::unexpected(errors::not_replicated(region));
  }
  for (const auto& region : regions) remove_replica(context, secret, region);
  secret.shelf->changed(secret, context.now);
  return Answer{{{"ARN", secret.arn}, {"ReplicationStatus", replication_status(context, secret)}},
                true};
}

}  // namespace stunt::emulator
