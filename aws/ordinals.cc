// SPDX-License-Identifier: MIT
#include "aws/ordinals.h"

namespace stunt::aws {

void Ordinals::count(Call& call) {
  // 64 bits of hash stand for the key; among a million keys two collide once in 37 million runs,
  // and then share a counter.
  static const world::Random hash(0);
  const auto key = hash.draw({call.operation, call.secret, call.credential.access_key_id}, 0);
  const std::lock_guard lock(mutex_);
  call.seq = ++arrivals_;
  call.ordinal = ++by_key_[key];
}

void Ordinals::forget() {
  const std::lock_guard lock(mutex_);
  by_key_.clear();
}

}  // namespace stunt::aws
