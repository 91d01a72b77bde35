// SPDX-License-Identifier: MIT
#include "emulator/operations/put_resource_policy.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"
#include "emulator/operations/sent_policy.h"
#include "emulator/policy/breadth.h"

namespace stunt::emulator {

Result put_resource_policy(const Context& context) {
  const auto sent = sent_policy(context.parameters);
  if (!sent) return tl::unexpected(sent.error());
  if (context.parameters.flag("BlockPublicPolicy") && policy::is_broad(*sent)) {
    return tl::unexpected(errors::public_policy());
  }
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  secret.policy = std::string(*context.parameters.text("ResourcePolicy"));
  secret.shelf->changed(secret, context.now);
  return Answer{identity(secret), true};
}

}  // namespace stunt::emulator
