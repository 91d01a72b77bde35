// SPDX-License-Identifier: MIT
#include "emulator/operations/get_secret_value.h"

#include "aws/base64.h"
#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {
namespace {

tl::expected<Version*, aws::Error> asked_version(Versions& versions, const Parameters& parameters) {
  const auto id = parameters.text("VersionId"), stage = parameters.text("VersionStage");
  Version* holder = versions.holder(stage.value_or(kCurrent));
  if (!id) {
    if (!holder || !holder->value)
      return tl::unexpected(errors::no_such_stage(stage.value_or(kCurrent)));
    return holder;
  }
  Version* version = versions.find(*id);
  if (!version) return tl::unexpected(errors::no_such_version(*id));
  if (stage && holder != version) return tl::unexpected(errors::stage_of_another_version());
  if (!version->value) return tl::unexpected(errors::no_such_version(*id));
  return version;
}

}  // namespace

Result get_secret_value(const Context& context) {
  const auto found = active_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  const auto asked = asked_version(secret.versions, context.parameters);
  if (!asked) return tl::unexpected(asked.error());
  Version& version = **asked;

  secret.shelf->accessed(secret, version, context.now);

  auto body = identity(secret);
  body["VersionId"] = version.id;
  const SecretValue& value = *version.value;
  if (value.is_binary()) {
    body["SecretBinary"] = aws::base64(value.reveal());
  } else {
    body["SecretString"] = value.reveal();
  }
  auto stages = secret.versions.stages_of(version);
  if (!stages.empty()) body["VersionStages"] = std::move(stages);
  body["CreatedDate"] = seconds(version.created);
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
