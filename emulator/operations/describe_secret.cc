// SPDX-License-Identifier: MIT
#include "emulator/operations/describe_secret.h"

#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"
#include "emulator/operations/replication_status.h"

namespace stunt::emulator {

Result describe_secret(const Context& context) {
  const auto secret = named_secret(context);
  if (!secret) return tl::unexpected(secret.error());
  auto body = description(**secret, "VersionIdsToStages", context.settings.deleted_date);
  auto status = replication_status(context, **secret);
  if (!status.empty()) body["ReplicationStatus"] = std::move(status);
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
