// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/stock.h"
#include "world/clock.h"

namespace stunt::harness::admin {

/// Secrets of some scope as they were at some moment.
struct Snapshot {
  std::string id;
  std::string scope;    ///< whose they are
  world::Instant at{};  ///< on its clock
  emulator::Stock stock{};
};

/// The last snapshots, in memory. Thread-safe.
class Snapshots {
 public:
  static constexpr std::size_t kMost = 16;

  using Held = std::shared_ptr<const Snapshot>;

  /// The oldest one goes if there are too many.
  Held add(std::string scope, world::Instant at, emulator::Stock stock);

  /// Null if there is none of that id, or not any longer.
  Held find(std::string_view id) const;

  /// The oldest first.
  std::vector<Held> all() const;

  bool remove(std::string_view id);

 private:
  mutable std::mutex mutex_;
  std::size_t made_ = 0;
  std::deque<Held> kept_;
};

}  // namespace stunt::harness::admin
