// SPDX-License-Identifier: MIT
#include "emulator/operations/cancel_rotate_secret.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"
#include "emulator/rotation/progress.h"

namespace stunt::emulator {

Result cancel_rotate_secret(const Context& context) {
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (!secret.rotation) return tl::unexpected(errors::no_rotation_function());

  auto body = identity(secret);
  if (const auto* pending = pending_version(secret)) body["VersionId"] = pending->id;
  const bool changed = secret.rotation->enabled;
  if (changed) {
    secret.rotation->enabled = false;
    secret.rotation->retry.reset();
    secret.shelf->plan_rotation(secret);
    secret.shelf->changed(secret, context.now);
  }
  return Answer{std::move(body), changed};
}

}  // namespace stunt::emulator
