// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/exchange.h"
#include "http/serialize.h"
#include "world/clock.h"

namespace stunt::http {

/// How an answer goes out under a Wire: which bytes, in which pieces, when, and what then. Pure:
/// made of the reply, its framing and the wire alone. A plan is as small for a thousand pieces as
/// for one.
class WirePlan {
 public:
  /// So many bytes, to be handed to the kernel by themselves, so long after the answer began.
  /// The time of a piece that is one of n is that at which its last byte has its turn: the n-th
  /// goes out when the whole time has passed.
  struct Step {
    std::string_view bytes;  ///< of this plan; never empty
    world::Duration at;
  };

  WirePlan(const Reply& reply, const Framing& framing, const Wire& wire);

  std::size_t steps() const { return head_.pieces + body_.pieces; }

  /// `number` is below steps(). Steps are in order, of their bytes and of their times.
  Step step(std::size_t number) const;

  /// What happens behind the last step. A silent answer cannot leave its connection to the next
  /// request: where the wire wants it kept, it is closed.
  Wire::End end() const { return end_; }

  /// How the delivery ends, unless the client or the server ends it first.
  Delivery::End delivery() const;

  /// Nothing of the answer is left out, whatever its head says of the length.
  bool whole() const { return whole_; }

  /// All that goes out.
  std::size_t size() const { return bytes_.size(); }

 private:
  /// Bytes that go out in pieces of nearly one size.
  struct Stretch {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::size_t pieces = 0;
    world::Duration from{0};
    world::Duration over{0};
    std::uint64_t bytes_per_second = 0;

    std::size_t end_of(std::size_t piece) const;
    world::Duration time_of(std::size_t piece) const;
  };

  std::string bytes_;
  Stretch head_;
  Stretch body_;
  Wire::End end_;
  bool whole_;
};

}  // namespace stunt::http
