// SPDX-License-Identifier: MIT
#include "emulator/operations/untag_resource.h"

#include "emulator/operations/named_secret.h"

namespace stunt::emulator {

Result untag_resource(const Context& context) {
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  std::size_t removed = 0;
  for (const auto& key : context.parameters.list("TagKeys")) {
    if (!secret.tags) break;
    removed += std::erase_if(*secret.tags, [&](const Tag& tag) { return key == tag.key; });
  }
  if (removed > 0) secret.shelf->changed(secret, context.now);
  return Answer{.body = {}, .changed = removed > 0};
}

}  // namespace stunt::emulator
