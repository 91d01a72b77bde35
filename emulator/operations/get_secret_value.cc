// SPDX-License-Identifier: MIT
#include "emulator/operations/get_secret_value.h"

#include "emulator/errors.h"
#include "emulator/operations/access.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/read_version.h"

namespace stunt::emulator {
namespace {

tl::expected<Version*, aws::Error> asked_version(Versions& versions, const Parameters& parameters) {
  const auto id = parameters.text("VersionId"), stage = parameters.text("VersionStage");
  if (!id) return readable_version(versions, stage.value_or(kCurrent));
  Version* version = versions.find(*id);
  if (!version) return tl::unexpected(errors::no_such_version(*id));
  if (stage && versions.holder(*stage) != version) {
    return tl::unexpected(errors::stage_of_another_version());
  }
  if (!version->value) return tl::unexpected(errors::no_such_version(*id));
  return version;
}

}  // namespace

Result get_secret_value(const Context& context) {
  const auto found = active_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (auto error = key_refuses(context, secret)) return tl::unexpected(std::move(*error));
  const auto version = asked_version(secret.versions, context.parameters);
  if (!version) return tl::unexpected(version.error());
  return Answer{read_version(secret, **version, context.now)};
}

}  // namespace stunt::emulator
