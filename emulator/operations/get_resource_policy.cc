// SPDX-License-Identifier: MIT
#include "emulator/operations/get_resource_policy.h"

#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {

Result get_resource_policy(const Context& context) {
  const auto found = active_secret(context);
  if (!found) return tl::unexpected(found.error());
  const Secret& secret = **found;
  auto body = identity(secret);
  if (secret.policy) body["ResourcePolicy"] = *secret.policy;
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
