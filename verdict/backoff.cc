// SPDX-License-Identifier: MIT
#include "verdict/backoff.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "aws/error.h"
#include "input/duration.h"

namespace stunt::verdict {
namespace {

using namespace std::chrono_literals;
using world::Duration;
using Profile = Backoff::Profile;

constexpr std::array<std::string_view, 5> kNames = {"profile", "min", "max", "slack", "jitter"};
constexpr std::array<std::string_view, 3> kProfiles = {"none", "aws-standard-2.0",
                                                       "aws-standard-2.1"};
constexpr std::array<std::string_view, 2> kJitter = {"any", "required"};
constexpr Duration kLongest = 24h;
constexpr Duration kCap = 20s;

bool was_throttled(const Entry& entry) { return entry.outcome == aws::OutcomeKind::throttled; }

Duration base_of(Profile profile, const Entry& before) {
  if (profile == Profile::standard_2_0 || was_throttled(before)) return 1s;
  return 50ms;
}

/// base · 2^(retry-1), 20 seconds at most.
Duration doubled(Duration base, unsigned retry) {
  for (unsigned n = 1; n < retry && base < kCap; ++n) base *= 2;
  return std::min(base, kCap);
}

}  // namespace

std::optional<Backoff> read_backoff(const input::Value& value) {
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  Backoff backoff;
  if (const auto profile = object->find("profile")) {
    backoff.profile = static_cast<Profile>(profile->choice({kProfiles}).value_or(0));
  }
  if (const auto min = object->find("min")) backoff.min = min->duration(kLongest);
  if (const auto max = object->find("max")) backoff.max = max->duration(kLongest);
  if (const auto slack = object->find("slack")) {
    backoff.slack = slack->duration(kLongest).value_or(backoff.slack);
  }
  if (const auto jitter = object->find("jitter")) {
    backoff.jitter_required = jitter->choice({kJitter}) == 1;
    if (backoff.jitter_required && backoff.profile == Profile::none && !backoff.max) {
      jitter->wrong("nobody says how long the client may wait, so that jitter cannot be judged",
                    "add 'profile' or 'max'");
    }
  }
  if (backoff.min && backoff.max && *backoff.min > *backoff.max) {
    object->find("min")->wrong("'min' is longer than 'max'", "swap them");
  }
  if (backoff.profile == Profile::none && !backoff.min && !backoff.max) {
    value.wrong("nothing is expected of the waits",
                "add 'profile: aws-standard-2.0' or 'aws-standard-2.1', 'min' or 'max'");
  }
  return backoff;
}

aws::Json to_json(const Backoff& backoff) {
  aws::Json json = {{"profile", kProfiles[static_cast<std::size_t>(backoff.profile)]}};
  if (backoff.min) json["min"] = input::format_duration(*backoff.min);
  if (backoff.max) json["max"] = input::format_duration(*backoff.max);
  json["slack"] = input::format_duration(backoff.slack);
  json["jitter"] = kJitter[backoff.jitter_required ? 1 : 0];
  return json;
}

std::optional<Duration> hint_of(const Entry& entry) {
  const auto& exchange = *entry.exchange;
  if (!entry.outcome || !exchange.outcome.reply) return std::nullopt;
  if (exchange.delivery.end != http::Delivery::End::sent) return std::nullopt;
  const auto text = exchange.outcome.reply->headers.get("x-amz-retry-after");
  if (!text) return std::nullopt;
  std::uint32_t milliseconds = 0;
  const auto end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, milliseconds);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return std::chrono::milliseconds(milliseconds);
}

Bounds bounds_of(const Backoff& backoff, unsigned retry, const Entry& before) {
  Bounds bounds;
  if (backoff.profile != Profile::none) {
    const auto upper = doubled(base_of(backoff.profile, before), retry);
    bounds.upper = upper;
    const auto hint = hint_of(before);
    if (hint && backoff.profile == Profile::standard_2_1) {
      // The hint, clamped to [t, t + 5 s] for a t from 0 to upper.
      bounds.lower = std::min(*hint, kHintSlack);
      bounds.upper = std::clamp(*hint, upper, upper + kHintSlack);
      bounds.by_hint = true;
    }
  }
  if (backoff.min) bounds.lower = std::max(bounds.lower, *backoff.min);
  if (backoff.max)
    bounds.upper = bounds.upper ? std::min(*bounds.upper, *backoff.max) : *backoff.max;
  return bounds;
}

}  // namespace stunt::verdict
