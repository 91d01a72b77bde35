// SPDX-License-Identifier: MIT
#include "emulator/operations/new_version.h"

#include "aws/ids.h"
#include "emulator/errors.h"
#include "emulator/limits.h"
#include "emulator/rotation/progress.h"

namespace stunt::emulator {
namespace {

tl::expected<std::optional<SecretValue>, aws::Error> read_value(const Parameters& parameters) {
  const auto text = parameters.text("SecretString");
  const auto* bytes = parameters.blob("SecretBinary");
  if (text && bytes) return tl::unexpected(errors::two_values());
  // The model's constraint counts the characters of a text, the quota its bytes.
  if (text && text->size() > kValueBytes) {
    return tl::unexpected(errors::value_too_long("secretString"));
  }
  if (text) return SecretValue::text(std::string(*text));
  if (bytes) return SecretValue::binary(*bytes);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_token(const Context& context) {
  if (const auto token = context.parameters.text("ClientRequestToken")) return std::string(*token);
  if (context.call.is_signed) return std::nullopt;
  return aws::draw_uuid(context.random, context.call, "client-request-token");
}

tl::expected<std::optional<NewVersion>, aws::Error> read_new_version(const Context& context) {
  auto value = read_value(context.parameters);
  if (!value) return tl::unexpected(std::move(value.error()));
  if (!*value) return std::nullopt;
  auto token = read_token(context);
  if (!token) return tl::unexpected(errors::no_token());
  return NewVersion{std::move(*token), std::move(**value)};
}

tl::expected<Version*, aws::Error> earlier_version(Secret& secret, const NewVersion& wanted) {
  Version* version = secret.versions.find(wanted.id);
  if (!version || !version->value) return nullptr;
  if (version->value != wanted.value) {
    return tl::unexpected(errors::token_used(wanted.id, secret.arn));
  }
  return version;
}

tl::expected<Version*, aws::Error> add_version(const Context& context, Secret& secret,
                                               NewVersion wanted, const Versions::Stages& stages) {
  if (!secret.versions.have_room_for(stages)) return tl::unexpected(errors::too_many_labels());
  Version* version = secret.versions.find(wanted.id);
  if (version) {
    secret.versions.fill(*version, std::move(wanted.value), stages, context.breakdown);
  } else if (secret.versions.size() < kVersionsPerSecret) {
    version = &secret.versions.add({std::move(wanted.id), std::move(wanted.value), context.now},
                                   stages, context.breakdown);
  } else {
    return tl::unexpected(errors::too_many_versions());
  }
  version->kms_key_id = std::move(wanted.kms_key_id).value_or(secret.kms_key_id);
  const bool broken_down = context.breakdown.happened().has_value();
  if (!broken_down && secret.versions.holder(kCurrent) == version) {
    value_was_set(secret, context.now);
  }
  secret.shelf->changed(secret, context.now);
  if (broken_down) return tl::unexpected(errors::broken_down());
  return version;
}

}  // namespace stunt::emulator
