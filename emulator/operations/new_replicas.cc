// SPDX-License-Identifier: MIT
#include "emulator/operations/new_replicas.h"

#include <algorithm>

#include "emulator/errors.h"
#include "emulator/kms_key.h"
#include "emulator/replication/regions.h"

namespace stunt::emulator {

tl::expected<std::vector<Replica>, aws::Error> read_new_replicas(const Context& context) {
  const bool overwrites = context.parameters.flag("ForceOverwriteReplicaSecret");
  std::vector<Replica> replicas;
  for (const auto& element : context.parameters.list("AddReplicaRegions")) {
    const auto region = aws::text_member(element, "Region");
    if (!can_replicate(context.shelf.place().region, region)) {
      return tl::unexpected(errors::invalid_replica_region());
    }
    if (std::ranges::find(replicas, region, &Replica::region) != replicas.end()) {
      return tl::unexpected(errors::replica_region_twice(region));
    }
    replicas.push_back({.region = std::string(region),
                        .kms_key_id = read_kms_key(aws::text_member(element, "KmsKeyId")),
                        .overwrites = overwrites,
                        .since = context.now});
  }
  return replicas;
}

}  // namespace stunt::emulator
