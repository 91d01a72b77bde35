// SPDX-License-Identifier: MIT
#include "emulator/operations/replicate_secret_to_regions.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/new_replicas.h"
#include "emulator/operations/replication_status.h"

namespace stunt::emulator {

Result replicate_secret_to_regions(const Context& context) {
  auto wanted = read_new_replicas(context);
  if (!wanted) return tl::unexpected(std::move(wanted.error()));
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  for (const auto& replica : *wanted) {
    const auto* known = secret.replication.find(replica.region);
    if (known && known->status != Replica::Status::failed) {
      return tl::unexpected(errors::already_replicated(replica.region));
    }
  }
  secret.replication.add(std::move(*wanted));
  secret.shelf->changed(secret, context.now);
  return Answer{{{"ARN", secret.arn}, {"ReplicationStatus", replication_status(context, secret)}},
                true};
}

}  // namespace stunt::emulator
