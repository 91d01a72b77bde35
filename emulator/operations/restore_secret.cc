// SPDX-License-Identifier: MIT
#include "emulator/operations/restore_secret.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {

Result restore_secret(const Context& context) {
  const auto found = changeable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (secret.deleted_by_force) return tl::unexpected(errors::deleted_by_force());
  const bool changed = secret.deletion.has_value();
  if (changed) secret.shelf->schedule(secret, std::nullopt, context.now);
  return Answer{identity(secret), changed};
}

}  // namespace stunt::emulator
