// SPDX-License-Identifier: MIT
#include "scenarios/faults/token_buckets.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace stunt::scenarios {

/// A clock that was turned back brings no tokens and takes none.
double TokenBuckets::tokens_at(const Bucket& bucket, world::Instant now) {
  const std::chrono::duration<double> passed = std::max(now - bucket.at, world::Duration(0));
  return std::min(bucket.allowance.burst, bucket.tokens + passed.count() * bucket.allowance.rate);
}

bool TokenBuckets::take(std::string_view key, Allowance allowance, world::Instant now) {
  const std::lock_guard lock(mutex_);
  auto found = buckets_.find(std::string(key));
  if (found == buckets_.end()) {
    if (buckets_.size() >= kMostKeys) make_room(now);
    found = buckets_.emplace(key, Bucket{allowance.burst, now, allowance}).first;
  }
  auto& bucket = found->second;
  bucket.tokens = tokens_at(bucket, now);
  bucket.at = std::max(bucket.at, now);
  // Sums of fractions fall short of a whole token by a hair.
  constexpr double kWhole = 1 - 1e-9;
  if (bucket.tokens < kWhole) return false;
  bucket.tokens -= 1;
  return true;
}

void TokenBuckets::make_room(world::Instant now) {
  std::erase_if(buckets_, [now](const auto& entry) {
    return tokens_at(entry.second, now) >= entry.second.allowance.burst;
  });
  if (buckets_.size() < kMostKeys) return;
  std::vector<world::Instant> used;
  used.reserve(buckets_.size());
  for (const auto& entry : buckets_) used.push_back(entry.second.at);
  const auto middle = used.begin() + static_cast<std::ptrdiff_t>(used.size() / 2);
  std::nth_element(used.begin(), middle, used.end());
  std::erase_if(buckets_, [&](const auto& entry) { return entry.second.at <= *middle; });
}

std::size_t TokenBuckets::size() const {
  const std::lock_guard lock(mutex_);
  return buckets_.size();
}

}  // namespace stunt::scenarios
