// SPDX-License-Identifier: MIT
#include "recorder/replay/made_up.h"

#include "aws/base64.h"
#include "world/ids.h"

namespace stunt::recorder {

std::string made_up_value(const Pseudonym& pseudonym, const world::Random& random,
                          std::uint64_t attempt) {
  const auto drawn = random.draw({"default", "made-up", std::to_string(pseudonym.number)}, attempt);
  const auto text = "stunt-" + world::alphanumeric(drawn, 10);
  switch (pseudonym.kind) {
    case SecretKind::number:
      // Numbers in secrets are ports more often than not: this is one that is free to use.
      return std::to_string(10000 + drawn % 50000);
    case SecretKind::boolean:
      return (drawn + attempt) % 2 == 0 ? "true" : "false";
    case SecretKind::binary:
      return aws::base64(text);
    case SecretKind::json:
      return "{}";
    case SecretKind::text:
      break;
  }
  return text;
}

}  // namespace stunt::recorder
