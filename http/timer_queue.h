// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

#include "world/clock.h"

namespace stunt::http {

/// What is to happen when; earliest first, and of equal times the one that was asked for first.
/// For one thread. A timer costs its entry and its function, whatever it waits for.
class TimerQueue {
 public:
  using Function = std::function<void()>;

  void at(world::Moment due, Function function);

  /// When the next one is due.
  std::optional<world::Moment> next() const;

  /// Takes the next function that is due at `now`; empty if there is none.
  Function take_due(world::Moment now);

  std::size_t size() const { return heap_.size(); }

 private:
  struct Entry {
    world::Moment due;
    std::uint64_t order;
    Function function;
  };
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const {
      return a.due != b.due ? a.due > b.due : a.order > b.order;
    }
  };

  std::vector<Entry> heap_;
  std::uint64_t asked_ = 0;
};

}  // namespace stunt::http
