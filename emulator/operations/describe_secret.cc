// SPDX-License-Identifier: MIT
#include "emulator/operations/describe_secret.h"

#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {

Result describe_secret(const Context& context) {
  const auto secret = named_secret(context);
  if (!secret) return tl::unexpected(secret.error());
  return Answer{description(**secret, "VersionIdsToStages", context.settings.deleted_date)};
}

}  // namespace stunt::emulator
