// SPDX-License-Identifier: MIT
#include "recorder/replay/values.h"

#include <utility>

#include "recorder/replay/fill.h"

namespace stunt::recorder {

Values::Values(const aws::ServiceModel& service, world::Random random, KnownSecret known,
               OwnRules rules)
    : redactor_(service, std::move(rules)),
      secrets_(std::move(known), random, redactor_.pseudonyms(), bindings_) {}

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
  return fill(recorded, [this](const Pseudonym& one) { return secrets_.of(one); });
}

std::optional<std::uint64_t> Values::recorded_number(SecretKind kind, std::string_view value) {
  if (clear_) return std::nullopt;
  return bindings_.recorded(redactor_.pseudonyms().of(kind, value).number);
}

void Values::learn_reply(const aws::Call& call, int status, const aws::Json& body) {
  redactor_.learn_reply(call, status, body);
}

}  // namespace stunt::recorder
