// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

#include "aws/error.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::aws {

/// How far a client's clock may be off.
constexpr world::Duration kClockTolerance = std::chrono::minutes(5);

/// When a request says it was signed: its x-amz-date, or else its Date, which may have the form
/// that HTTP gives it. Nothing if it cannot be read.
std::optional<world::Instant> read_signing_date(const http::Request& request);

/// Why a request that was signed then is refused now; nothing if the clocks agree well enough.
std::optional<Error> refuse_signing_date(world::Instant signed_at, world::Instant now);

}  // namespace stunt::aws
