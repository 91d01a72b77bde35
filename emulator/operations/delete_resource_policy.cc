// SPDX-License-Identifier: MIT
#include "emulator/operations/delete_resource_policy.h"

#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {

Result delete_resource_policy(const Context& context) {
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  const bool changed = bool(secret.policy);
  if (changed) {
    secret.policy.reset();
    secret.shelf->changed(secret, context.now);
  }
  return Answer{identity(secret), changed};
}

}  // namespace stunt::emulator
