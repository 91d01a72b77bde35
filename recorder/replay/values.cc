// SPDX-License-Identifier: MIT
#include "recorder/replay/values.h"

#include <utility>

#include "recorder/replay/fill.h"
#include "recorder/replay/made_up.h"

namespace stunt::recorder {

Values::Values(const aws::ServiceModel& service, world::Random random, KnownSecret known,
               OwnRules rules)
    : random_(random), known_(std::move(known)), redactor_(service, std::move(rules)) {}

aws::Json Values::redacted(const aws::Call& call, const aws::Json& body) {
  redactor_.learn_request(call, body);
  return redactor_.request(call, body);
}

bool Values::clash(std::span<const Pseudonym> recorded, std::span<const Pseudonym> live) const {
  return recorded.size() != live.size() || bindings_.clash(recorded, live);
}

void Values::bind(std::span<const Pseudonym> recorded, std::span<const Pseudonym> live) {
  bindings_.bind(recorded, live);
}

aws::Json Values::filled(const aws::Json& recorded) {
  if (clear_) return recorded;
  return fill(recorded, [this](const Pseudonym& one) { return secret_of(one); });
}

std::optional<std::uint64_t> Values::recorded_number(SecretKind kind, std::string_view value) {
  if (clear_) return std::nullopt;
  return bindings_.recorded(redactor_.pseudonyms().of(kind, value).number);
}

void Values::learn_reply(const aws::Call& call, int status, const aws::Json& body) {
  redactor_.learn_reply(call, status, body);
}

Secret Values::secret_of(const Pseudonym& recorded) {
  auto& live = redactor_.pseudonyms();
  if (const auto bound = bindings_.live(recorded.number)) return live.secret(*bound);
  if (const auto known = known_secret(recorded)) return *known;
  // Few attempts are enough for kinds that have many values, and more do not help the others.
  constexpr std::uint64_t kAttempts = 8;
  for (std::uint64_t attempt = 0;; ++attempt) {
    const auto value = made_up_value(recorded, random_, attempt);
    const auto pseudonym = live.of(recorded.kind, value);
    if (bindings_.is_bound(pseudonym) && attempt < kAttempts) continue;
    if (!bindings_.is_bound(pseudonym)) bindings_.bind({{recorded}}, {{pseudonym}});
    return live.secret(pseudonym.number);
  }
}

std::optional<Secret> Values::known_secret(const Pseudonym& recorded) {
  const auto value = known_ ? known_(recorded) : std::nullopt;
  if (!value) return std::nullopt;
  auto& live = redactor_.pseudonyms();
  const auto pseudonym = live.of(recorded.kind, *value);
  if (!bindings_.is_bound(pseudonym)) bindings_.bind({{recorded}}, {{pseudonym}});
  return live.secret(pseudonym.number);
}

}  // namespace stunt::recorder
