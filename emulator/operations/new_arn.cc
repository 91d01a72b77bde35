// SPDX-License-Identifier: MIT
#include "emulator/operations/new_arn.h"

#include "world/ids.h"

namespace stunt::emulator {

std::string new_arn(const Context& context, std::string_view name) {
  const auto bits = aws::draw(context.random, context.call, "arn-suffix");
  return context.shelf.arn_prefix() + std::string(name) + "-" + world::alphanumeric(bits, 6);
}

}  // namespace stunt::emulator
