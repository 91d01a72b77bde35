// SPDX-License-Identifier: MIT
#include "emulator/operations/named_secret.h"

#include "emulator/errors.h"

namespace stunt::emulator {

tl::expected<Secret*, aws::Error> named_secret(const Context& context) {
  Secret* secret = find_secret(context.shelf, context.call.secret_id, context.now);
  if (!secret) return tl::unexpected(errors::no_such_secret());
  return secret;
}

tl::expected<Secret*, aws::Error> active_secret(const Context& context) {
  const auto secret = named_secret(context);
  if (secret && (*secret)->deletion) return tl::unexpected(errors::marked_for_deletion());
  return secret;
}

tl::expected<Secret*, aws::Error> writable_secret(const Context& context) {
  return active_secret(context);
}

}  // namespace stunt::emulator
