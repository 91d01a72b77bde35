// SPDX-License-Identifier: MIT
#include "emulator/operations/rotate_secret.h"

#include "emulator/errors.h"
#include "emulator/limits.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/new_version.h"
#include "emulator/operations/output.h"
#include "emulator/rotation/progress.h"

namespace stunt::emulator {
namespace {

/// What a call wants to be otherwise from now on; nothing where it says nothing.
struct Wish {
  std::string function_arn;
  std::optional<RotationRules> rules;
  std::vector<ExternalMetadata> external_metadata;
  std::string external_role_arn;
};

tl::expected<Wish, aws::Error> read_wish(const Parameters& parameters) {
  Wish wish;
  if (const auto* rules = parameters.structure("RotationRules")) {
    auto read = read_rotation_rules(*rules);
    if (!read) return tl::unexpected(std::move(read.error()));
    wish.rules = std::move(*read);
  }
  wish.function_arn = parameters.text("RotationLambdaARN").value_or("");
  for (const auto& item : parameters.list("ExternalSecretRotationMetadata")) {
    wish.external_metadata.push_back(
        {std::string(aws::text_member(item, "Key")), std::string(aws::text_member(item, "Value"))});
  }
  wish.external_role_arn = parameters.text("ExternalSecretRotationRoleArn").value_or("");
  return wish;
}

/// The secret's rotation as it will be.
Rotation configured(const Rotation& before, Wish wish, world::Instant now) {
  Rotation rotation = before;
  const bool anew = wish.rules || !before.enabled;
  rotation.enabled = true;
  if (!wish.function_arn.empty()) rotation.function_arn = std::move(wish.function_arn);
  if (!wish.external_metadata.empty()) {
    rotation.external_metadata = std::move(wish.external_metadata);
  }
  if (!wish.external_role_arn.empty()) {
    rotation.external_role_arn = std::move(wish.external_role_arn);
  }
  if (wish.rules) {
    rotation.rules = std::move(*wish.rules);
    rotation.computed_days.reset();
  }
  if (anew) renew_window(rotation, now);
  rotation.failures = 0;
  return rotation;
}

/// True if this token's rotation has begun already, so that the call is a retry.
bool is_retry(Secret& secret, std::string_view token) {
  return secret.versions.find(token) || (secret.rotation && secret.rotation->last_token == token);
}

std::optional<aws::Error> check(const Context& context, Secret& secret, const Rotation& wanted) {
  if (!can_rotate(wanted)) return errors::no_rotation_function();
  if (pending_version(secret)) return errors::rotation_incomplete();
  if (!secret.versions.have_room_for({std::string(kPending)})) {
    return errors::rotation_exceeds(errors::too_many_labels());
  }
  if (secret.versions.size() >= kVersionsPerSecret)
    return errors::rotation_exceeds(errors::too_many_versions());
  if (!context.rotator) return errors::cannot_invoke_function();
  return std::nullopt;
}

Answer answer(const Secret& secret, std::string_view token) {
  auto body = identity(secret);
  body["VersionId"] = token;
  return {std::move(body)};
}

}  // namespace

Result rotate_secret(const Context& context) {
  const auto token = read_token(context);
  if (!token) return tl::unexpected(errors::no_rotation_token());
  auto wish = read_wish(context.parameters);
  if (!wish) return tl::unexpected(std::move(wish.error()));
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (is_retry(secret, *token)) return answer(secret, *token);

  BegunRotation begun{.changed = secret.changed, .at = context.now};
  if (secret.rotation) begun.rotation = *secret.rotation;
  if (const auto* pending = secret.versions.holder(kPending)) begun.pending = pending->id;
  auto wanted = configured(begun.rotation.value_or(Rotation()), std::move(*wish), context.now);
  if (auto error = check(context, secret, wanted)) return tl::unexpected(std::move(*error));

  secret.rotation = std::move(wanted);
  const auto& asked = context.parameters;
  const bool at_once = !asked.has("RotateImmediately") || asked.flag("RotateImmediately");
  begun.order = at_once ? begin_rotation(secret, *token, context.now, context.random)
                        : begin_test(secret, *token, context.now, context.random);
  if (context.breakdown.at(aws::CommitPoint::rotation_started)) {
    abandon_rotation(secret, context.now);
    return tl::unexpected(errors::broken_down());
  }
  auto told = answer(secret, *token);
  told.changed = true;
  told.begun = std::move(begun);
  return told;
}

}  // namespace stunt::emulator
