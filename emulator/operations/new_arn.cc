// SPDX-License-Identifier: MIT
#include "emulator/operations/new_arn.h"

#include "world/ids.h"

namespace stunt::emulator {

std::string new_arn(const Context& context, std::string_view name) {
  const auto bits = aws::draw(context.random, context.call, "arn-suffix");
  const auto& prefix = context.shelf.arn_prefix();
  const auto suffix = "-" + world::alphanumeric(bits, 6);
  std::string arn;
  arn.reserve(prefix.size() + name.size() + suffix.size());  // and no more: it is kept for long
  return arn.append(prefix).append(name).append(suffix);
}

}  // namespace stunt::emulator
