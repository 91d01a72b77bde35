// SPDX-License-Identifier: MIT
#include "emulator/operations/create_secret.h"

#include "emulator/errors.h"
#include "emulator/kms_key.h"
#include "emulator/limits.h"
#include "emulator/operations/new_arn.h"
#include "emulator/operations/new_replicas.h"
#include "emulator/operations/new_version.h"
#include "emulator/operations/output.h"
#include "emulator/operations/replication_status.h"

namespace stunt::emulator {
namespace {

Answer answer(const Context& context, const Secret& secret,
              const std::optional<std::string>& version_id, bool changed) {
  auto body = identity(secret);
  if (version_id) body["VersionId"] = *version_id;
  if (context.parameters.has("AddReplicaRegions")) {
    body["ReplicationStatus"] = replication_status(context, secret);
  }
  return {std::move(body), changed};
}

/// The name is taken: an error, unless this call is a retry of the one that took it.
Result retried(const Context& context, Secret& secret, const std::optional<NewVersion>& wanted) {
  if (secret.deletion) return tl::unexpected(errors::name_scheduled_for_deletion());
  if (!wanted) return tl::unexpected(errors::secret_exists(secret.name));
  const auto earlier = earlier_version(secret, *wanted);
  if (!earlier) return tl::unexpected(earlier.error());
  if (!*earlier) return tl::unexpected(errors::secret_exists(secret.name));
  return answer(context, secret, wanted->id, false);
}

Secret make_secret(const Context& context, std::vector<Tag> tags) {
  const auto text = [&](std::string_view name) {
    return std::string(context.parameters.text(name).value_or(""));
  };
  Secret secret{.name = text("Name"), .arn = new_arn(context, context.call.secret_id)};
  secret.description = text("Description");
  secret.kms_key_id = read_kms_key(text("KmsKeyId"));
  secret.type = text("Type");
  if (!tags.empty()) secret.tags = std::move(tags);
  secret.created = secret.changed = context.now;
  return secret;
}

}  // namespace

Result create_secret(const Context& context) {
  auto wanted = read_new_version(context);
  if (!wanted) return tl::unexpected(std::move(wanted.error()));
  auto tags = read_tags(context.parameters.list("Tags"));
  if (!tags) return tl::unexpected(std::move(tags.error()));
  auto replicas = read_new_replicas(context);
  if (!replicas) return tl::unexpected(std::move(replicas.error()));

  if (Secret* taken = context.shelf.find(context.call.secret_id, context.now)) {
    return retried(context, *taken, *wanted);
  }
  if (tags->size() > kTagsPerSecret) return tl::unexpected(errors::too_many_tags());
  if (context.shelf.size() >= context.settings.secrets) {
    return tl::unexpected(errors::too_many_secrets(context.settings.secrets));
  }

  Secret& secret = context.shelf.add(make_secret(context, std::move(*tags)));
  if (context.breakdown.at(aws::CommitPoint::secret_created)) {
    return tl::unexpected(errors::broken_down());
  }
  std::optional<std::string> version_id;
  if (*wanted) {
    const auto version = add_version(context, secret, std::move(**wanted), {});
    if (!version) return tl::unexpected(version.error());
    version_id = (*version)->id;
  }
  if (!replicas->empty()) {
    secret.replication.add(std::move(*replicas));
    secret.shelf->changed(secret, context.now);
  }
  return answer(context, secret, version_id, true);
}

}  // namespace stunt::emulator
