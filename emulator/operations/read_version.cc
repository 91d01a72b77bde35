// SPDX-License-Identifier: MIT
#include "emulator/operations/read_version.h"

#include "aws/base64.h"
#include "emulator/errors.h"
#include "emulator/operations/output.h"
#include "emulator/shelf.h"

namespace stunt::emulator {

tl::expected<Version*, aws::Error> readable_version(Versions& versions, std::string_view stage) {
  Version* version = versions.holder(stage);
  if (!version || !version->value) return tl::unexpected(errors::no_such_stage(stage));
  return version;
}

aws::Json read_version(Secret& secret, Version& version, world::Instant now) {
  secret.shelf->accessed(secret, version, now);

  auto json = identity(secret);
  json["VersionId"] = version.id;
  const SecretValue& value = *version.value;
  if (value.is_binary()) {
    json["SecretBinary"] = aws::base64(value.reveal());
  } else {
    json["SecretString"] = value.reveal();
  }
  auto stages = secret.versions.stages_of(version);
  if (!stages.empty()) json["VersionStages"] = std::move(stages);
  json["CreatedDate"] = seconds(version.created);
  return json;
}

}  // namespace stunt::emulator
