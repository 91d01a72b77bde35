// SPDX-License-Identifier: MIT
#include "emulator/operations/stop_replication_to_replica.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/replication/counterparts.h"

namespace stunt::emulator {

Result stop_replication_to_replica(const Context& context) {
  const auto found = active_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& replica = **found;
  Secret* primary = find_primary(replica, context.shelves, context.now);
  if (!primary) return tl::unexpected(errors::is_no_replica());

  primary->replication.remove(replica.shelf->place().region);
  primary->shelf->changed(*primary, context.now);
  replica.replication = {};
  replica.shelf->changed(replica, context.now);
  return Answer{{{"ARN", replica.arn}}, true};
}

}  // namespace stunt::emulator
