// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "world/clock.h"

namespace stunt::world {

/// "Tue, 24 Nov 2026 02:30:00 GMT", as an HTTP Date header has it (RFC 9110, IMF-fixdate).
std::string http_date(Instant at);

/// "2026-11-24T02:30:00.000Z": RFC 3339 in UTC with milliseconds.
std::string rfc3339(Instant at);

/// Reads what rfc3339() writes; the fraction may be missing or have 1 to 6 digits. UTC only
/// ("Z"). Empty for anything else, also for days that no month has.
std::optional<Instant> parse_rfc3339(std::string_view text);

/// Reads what http_date() writes. The day of the week may be any.
std::optional<Instant> parse_http_date(std::string_view text);

/// "20261124T023000Z": the basic format of ISO 8601 in UTC, whole seconds.
std::string iso8601_basic(Instant at);

/// Reads what iso8601_basic() writes, and nothing else.
std::optional<Instant> parse_iso8601_basic(std::string_view text);

/// The same day's midnight, UTC.
Instant start_of_day(Instant at);

}  // namespace stunt::world
