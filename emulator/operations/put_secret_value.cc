// SPDX-License-Identifier: MIT
#include "emulator/operations/put_secret_value.h"

#include "emulator/errors.h"
#include "emulator/operations/access.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/new_version.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {
namespace {

Versions::Stages asked_stages(const Parameters& parameters) {
  Versions::Stages stages;
  for (const auto& stage : parameters.list("VersionStages")) {
    stages.push_back(stage.get<std::string>());
  }
  if (stages.empty()) stages.emplace_back(kCurrent);
  return stages;
}

Answer answer(const Secret& secret, const Version& version, bool changed) {
  auto body = identity(secret);
  body["VersionId"] = version.id;
  auto stages = secret.versions.stages_of(version);
  if (!stages.empty()) body["VersionStages"] = std::move(stages);
  return {std::move(body), changed};
}

}  // namespace

Result put_secret_value(const Context& context) {
  auto wanted = read_new_version(context);
  if (!wanted) return tl::unexpected(std::move(wanted.error()));
  if (!*wanted) return tl::unexpected(errors::no_value());
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (auto error = key_refuses(context, secret)) return tl::unexpected(std::move(*error));

  const auto earlier = earlier_version(secret, **wanted);
  if (!earlier) return tl::unexpected(earlier.error());
  if (*earlier) return answer(secret, **earlier, false);
  const auto stages = asked_stages(context.parameters);
  const auto version = add_version(context, secret, std::move(**wanted), stages);
  if (!version) return tl::unexpected(version.error());
  return answer(secret, **version, true);
}

}  // namespace stunt::emulator
