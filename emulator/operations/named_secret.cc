// SPDX-License-Identifier: MIT
#include "emulator/operations/named_secret.h"

#include "emulator/errors.h"
#include "emulator/names.h"
#include "emulator/operations/access.h"

namespace stunt::emulator {
namespace {

tl::expected<Secret*, aws::Error> named_secret(const Context& context, std::string_view secret_id,
                                               std::string_view operation) {
  const auto found = accessible_secret(context, secret_id, operation);
  if (found && !*found) return tl::unexpected(errors::no_such_secret());
  return found;
}

}  // namespace

tl::expected<Secret*, aws::Error> named_secret(const Context& context) {
  return named_secret(context, context.call.secret_id, context.call.operation);
}

tl::expected<Secret*, aws::Error> active_secret(const Context& context) {
  return active_secret(context, context.call.secret_id, context.call.operation);
}

tl::expected<Secret*, aws::Error> active_secret(const Context& context, std::string_view secret_id,
                                                std::string_view operation) {
  const auto secret = named_secret(context, secret_id, operation);
  if (secret && (*secret)->deletion) return tl::unexpected(errors::marked_for_deletion());
  return secret;
}

tl::expected<Secret*, aws::Error> changeable_secret(const Context& context) {
  const auto secret = named_secret(context);
  if (secret && (*secret)->replication.is_replica()) return tl::unexpected(errors::is_replica());
  return secret;
}

tl::expected<Secret*, aws::Error> writable_secret(const Context& context) {
  const auto secret = active_secret(context);
  if (!secret) return secret;
  if (!owning_service((*secret)->name).empty()) {
    return tl::unexpected(errors::managed_by_service());
  }
  return changeable_secret(context);
}

}  // namespace stunt::emulator
