// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "aws/json.h"
#include "http/exchange.h"

namespace stunt::harness {

/// The routes under /_stunt/: never matched by a rule, never recorded. An answer is JSON; an error
/// is application/problem+json (RFC 9457).
class Admin {
 public:
  using Health = std::function<aws::Json()>;

  explicit Admin(Health health) : health_(std::move(health)) {}

  bool owns(const http::Request& request) const { return request.path.starts_with("/_stunt/"); }
  std::unique_ptr<http::Exchange> answer(http::Request request, const http::Arrival& arrival) const;

 private:
  http::Reply route(const http::Request& request) const;

  Health health_;
};

}  // namespace stunt::harness
