// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "http/exchange.h"

namespace stunt::harness {

/// An exchange whose reply stands when it has arrived.
class Answered : public http::Exchange {
 public:
  explicit Answered(http::Reply reply) : reply_(std::move(reply)) {}

  const http::Reply& reply() const override { return reply_; }
  const http::Shape& shape() const override { return shape_; }
  bool resume() override { return false; }
  bool unfinished() const override { return false; }

 protected:
  http::Reply reply_;
  http::Shape shape_;
};

}  // namespace stunt::harness
