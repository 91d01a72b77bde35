// SPDX-License-Identifier: MIT
#include "emulator/operations/delete_secret.h"

#include <algorithm>

#include "aws/arn.h"
#include "emulator/errors.h"
#include "emulator/limits.h"
#include "emulator/names.h"
#include "emulator/operations/access.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/new_arn.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {
namespace {

using std::chrono::days;

Answer answer(aws::Json body, world::Instant deletion, bool changed) {
  body["DeletionDate"] = seconds(deletion);
  return {std::move(body), changed};
}

/// What AWS answers when nothing was there to be deleted by force: the name as it was sent, and an
/// ARN that nobody has.
Answer deleted_nothing(const Context& context) {
  const std::string id = context.call.secret_id;
  const bool is_arn = aws::read_arn(id).has_value();
  return answer({{"ARN", is_arn ? id : new_arn(context, id)}, {"Name", context.call.secret}},
                context.now, false);
}

/// The secret goes by force, at once or when the lag has passed. Says whether it was not yet going.
bool remove(Secret& secret, const Context& context) {
  if (secret.deleted_by_force) return false;
  if (context.settings.force_delete_lag <= world::Duration(0)) {
    secret.shelf->remove(secret);
    return true;
  }
  const auto end = context.now + context.settings.force_delete_lag;
  secret.deleted_by_force = true;
  secret.shelf->schedule(secret, std::min(secret.deletion.value_or(end), end), context.now);
  return true;
}

/// Why a secret cannot be deleted, by force or not: it is a replica, or has some.
std::optional<aws::Error> obstacle(const Secret& secret) {
  if (secret.replication.is_replica()) return errors::is_replica();
  if (secret.replication.replicas.empty()) return std::nullopt;
  std::string regions;
  for (const auto& replica : secret.replication.replicas) {
    regions += (regions.empty() ? "" : ", ") + replica.region;
  }
  return errors::has_replicas(secret.arn, regions);
}

Result delete_now(const Context& context) {
  const auto found = accessible_secret(context, context.call.secret_id, context.call.operation);
  if (!found) return tl::unexpected(found.error());
  Secret* secret = *found;
  if (!secret) return deleted_nothing(context);
  if (!owning_service(secret->name).empty()) return tl::unexpected(errors::managed_by_service());
  if (auto error = obstacle(*secret)) return tl::unexpected(std::move(*error));
  auto body = identity(*secret);
  return answer(std::move(body), context.now, remove(*secret, context));
}

Result delete_later(const Context& context, days window) {
  const auto found = named_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (auto error = obstacle(secret)) return tl::unexpected(std::move(*error));
  if (secret.deletion) return tl::unexpected(errors::already_scheduled());
  if (!owning_service(secret.name).empty()) return tl::unexpected(errors::managed_by_service());
  secret.shelf->schedule(secret, context.now + window, context.now);
  return answer(identity(secret), *secret.deletion, true);
}

}  // namespace

Result delete_secret(const Context& context) {
  const auto asked = context.parameters.integer("RecoveryWindowInDays");
  if (asked &&
      (*asked < kShortestRecoveryWindow.count() || *asked > kLongestRecoveryWindow.count())) {
    return tl::unexpected(errors::recovery_window_out_of_range());
  }
  const bool force = context.parameters.flag("ForceDeleteWithoutRecovery");
  if (force && asked) return tl::unexpected(errors::recovery_window_and_force());
  if (force) return delete_now(context);
  return delete_later(context, asked ? days(*asked) : kRecoveryWindow);
}

}  // namespace stunt::emulator
