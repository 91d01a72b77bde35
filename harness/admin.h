// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "aws/json.h"
#include "http/exchange.h"
#include "world/clock.h"

namespace stunt::harness {

/// The routes under /_stunt/: never matched by a rule, never recorded. An answer is JSON; an error
/// is application/problem+json (RFC 9457).
class Admin {
 public:
  using Errand = std::unique_ptr<http::Exchange>;
  using Health = std::function<aws::Json()>;

  /// Moves the clock, and tells afterwards what there is to tell. Does not block.
  using Advance = std::function<void(world::Duration by, std::function<void(aws::Json)> moved)>;

  /// Without `advance` the clock cannot be moved.
  explicit Admin(Health health, Advance advance = nullptr)
      : health_(std::move(health)), advance_(std::move(advance)) {}

  bool owns(const http::Request& request) const { return request.path.starts_with("/_stunt/"); }
  Errand answer(http::Request request, const http::Arrival& arrival) const;

 private:
  Errand route(const http::Request& request) const;
  Errand health(const http::Request& request) const;
  Errand move_clock(const http::Request& request) const;

  const Health health_;
  const Advance advance_;
};

}  // namespace stunt::harness
