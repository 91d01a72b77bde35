// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "world/clock.h"

namespace stunt::scenarios {

/// How much a bucket lets through.
struct Allowance {
  double rate = 1;   ///< tokens that come in a second
  double burst = 1;  ///< tokens that it holds; it begins full
};

/// A token bucket for each key. Thread-safe. Remembers so many keys; of more it forgets those that
/// are full, and else the half that was used longest ago: these begin full again.
class TokenBuckets {
 public:
  static constexpr std::size_t kMostKeys = 10'000;

  /// Takes a token; false if there is none.
  bool take(std::string_view key, Allowance allowance, world::Instant now);

  std::size_t size() const;

 private:
  struct Bucket {
    double tokens;
    world::Instant at;  ///< when they were counted
    Allowance allowance;
  };

  static double tokens_at(const Bucket& bucket, world::Instant now);
  void make_room(world::Instant now);

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace stunt::scenarios
