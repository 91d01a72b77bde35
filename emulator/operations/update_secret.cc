// SPDX-License-Identifier: MIT
#include "emulator/operations/update_secret.h"

#include "emulator/kms_key.h"
#include "emulator/operations/access.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/new_version.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {
namespace {

/// True if the call says anything about the secret; an empty text takes back what was said.
bool update_texts(Secret& secret, const Parameters& parameters) {
  const auto description = parameters.text("Description"), type = parameters.text("Type"),
             kms_key_id = parameters.text("KmsKeyId");
  if (description) secret.description = *description;
  if (type) secret.type = *type;
  if (kms_key_id) {
    secret.kms_key_id = read_kms_key(*kms_key_id);
    secret.versions.encrypt_with(secret.kms_key_id);
  }
  return description || type || kms_key_id;
}

/// Adds the version unless an earlier try has. Says whether it did.
tl::expected<bool, aws::Error> update_value(const Context& context, Secret& secret,
                                            NewVersion wanted) {
  const auto earlier = earlier_version(secret, wanted);
  if (!earlier) return tl::unexpected(earlier.error());
  if (*earlier) return false;
  const auto version = add_version(context, secret, std::move(wanted), {std::string(kCurrent)});
  if (!version) return tl::unexpected(version.error());
  return true;
}

}  // namespace

Result update_secret(const Context& context) {
  auto wanted = read_new_version(context);
  if (!wanted) return tl::unexpected(std::move(wanted.error()));
  const auto key = context.parameters.text("KmsKeyId");
  if (*wanted && key) (*wanted)->kms_key_id = read_kms_key(*key);
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (*wanted) {
    if (auto error = key_refuses(context, secret)) return tl::unexpected(std::move(*error));
  }

  auto body = identity(secret);
  bool changed = false;
  if (*wanted) {
    body["VersionId"] = (*wanted)->id;
    const auto added = update_value(context, secret, std::move(**wanted));
    if (!added) return tl::unexpected(added.error());
    changed = *added;
  }
  if (update_texts(secret, context.parameters)) changed = true;
  if (changed) secret.shelf->changed(secret, context.now);
  return Answer{std::move(body), changed};
}

}  // namespace stunt::emulator
