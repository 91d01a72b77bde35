// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "aws/call.h"

namespace stunt::aws {

/// Counts arrivals: all of them (seq) and those of each (operation, secret, access key). One
/// counter costs about 40 bytes and lives as long as the server. Thread-safe.
class Ordinals {
 public:
  /// Sets the call's seq and ordinal.
  void count(Call& call);

  /// Begins anew, but for seq: no two calls of one server have the same.
  void forget();

 private:
  std::mutex mutex_;
  std::uint64_t arrivals_ = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> by_key_;
};

}  // namespace stunt::aws
