// SPDX-License-Identifier: MIT
#include "emulator/operations/tag_resource.h"

#include "emulator/errors.h"
#include "emulator/limits.h"
#include "emulator/operations/named_secret.h"

namespace stunt::emulator {

Result tag_resource(const Context& context) {
  auto added = read_tags(context.parameters.list("Tags"));
  if (!added) return tl::unexpected(std::move(added.error()));
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  if (added->empty()) return Answer{};

  auto tags = merged(secret.tags.value_or(std::vector<Tag>()), std::move(*added));
  if (tags.size() > kTagsPerSecret) return tl::unexpected(errors::too_many_tags());
  secret.tags = std::move(tags);
  secret.shelf->changed(secret, context.now);
  return Answer{.body = {}, .changed = true};
}

}  // namespace stunt::emulator
