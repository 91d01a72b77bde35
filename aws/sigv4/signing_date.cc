// SPDX-License-Identifier: MIT
#include "aws/sigv4/signing_date.h"

#include <string_view>

#include "aws/sigv4/errors.h"
#include "world/calendar.h"

namespace stunt::aws {

std::optional<world::Instant> read_signing_date(const http::Request& request) {
  if (const auto date = request.headers.get("x-amz-date")) return world::parse_iso8601_basic(*date);
  const auto date = request.headers.get("date").value_or(std::string_view());
  const auto at = world::parse_iso8601_basic(date);
  return at ? at : world::parse_http_date(date);
}

std::optional<Error> refuse_signing_date(world::Instant signed_at, world::Instant now) {
  constexpr auto kTolerance = kClockTolerance;
  if (signed_at < now - kTolerance) return errors::expired(signed_at, now, kTolerance);
  if (signed_at > now + kTolerance) return errors::not_yet_current(signed_at, now, kTolerance);
  return std::nullopt;
}

}  // namespace stunt::aws
