// SPDX-License-Identifier: MIT
#include "recorder/replay/live_secrets.h"

#include <stdexcept>
#include <string>

#include "aws/json.h"
#include "recorder/replay/made_up.h"

namespace stunt::recorder {
namespace {

/// Few attempts are enough for kinds that have many values, and more do not help the others.
constexpr std::uint64_t kAttempts = 8;

bool is_of_kind(const std::string& value, SecretKind kind) {
  if (kind == SecretKind::text || kind == SecretKind::binary) return true;
  const auto json = aws::parse_json(value);
  if (!json) return false;
  if (kind == SecretKind::number) return json->is_number();
  return kind == SecretKind::boolean ? json->is_boolean() : json->is_structured();
}

}  // namespace

Secret LiveSecrets::of(const Pseudonym& recorded) {
  if (const auto bound = bindings_.live(recorded.number)) return live_.secret(*bound);
  if (const auto known = known_ ? known_(recorded) : std::nullopt) {
    if (!is_of_kind(*known, recorded.kind)) {
      throw std::invalid_argument("the given value of secret " + std::to_string(recorded.number) +
                                  " is of another kind than the recorded " + to_string(recorded));
    }
    return bind(recorded, live_.of(recorded.kind, *known));
  }
  for (std::uint64_t attempt = 0;; ++attempt) {
    const auto made_up = live_.of(recorded.kind, made_up_value(recorded, random_, attempt));
    if (!bindings_.is_bound(made_up) || attempt == kAttempts) return bind(recorded, made_up);
  }
}

Secret LiveSecrets::bind(const Pseudonym& recorded, const Pseudonym& live) {
  if (!bindings_.is_bound(live)) bindings_.bind({{recorded}}, {{live}});
  return live_.secret(live.number);
}

}  // namespace stunt::recorder
