// SPDX-License-Identifier: MIT
#include "aws/ids.h"

#include "world/ids.h"

namespace stunt::aws {

std::string draw_uuid(const world::Random& random, const Call& call, std::string_view kind) {
  return world::uuid(draw(random, call, kind, "high"), draw(random, call, kind, "low"));
}

std::string request_id(const world::Random& random, const Call& call) {
  return draw_uuid(random, call, "request-id");
}

}  // namespace stunt::aws
