// SPDX-License-Identifier: MIT
#include "state/archive.h"

#include <cstdio>

namespace stunt::state {

std::string exact_time(world::Instant at) {
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  char micros[16];
  std::snprintf(micros, sizeof micros, ".%06dZ", static_cast<int>((at - second).count()));
  return world::rfc3339(second).substr(0, 19) + micros;
}

world::Instant read_time(const Json& json) {
  const auto at = world::parse_rfc3339(json.get_ref<const std::string&>());
  if (!at) throw std::runtime_error("a time is not one");
  return *at;
}

}  // namespace stunt::state
