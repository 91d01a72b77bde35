// SPDX-License-Identifier: MIT
#include "http/timer_queue.h"

#include <algorithm>

namespace stunt::http {

void TimerQueue::at(world::Moment due, Function function) {
  heap_.push_back({due, ++asked_, std::move(function)});
  std::push_heap(heap_.begin(), heap_.end(), Later{});
}

std::optional<world::Moment> TimerQueue::next() const {
  return heap_.empty() ? std::nullopt : std::optional(heap_.front().due);
}

TimerQueue::Function TimerQueue::take_due(world::Moment now) {
  if (heap_.empty() || heap_.front().due > now) return {};
  std::pop_heap(heap_.begin(), heap_.end(), Later{});
  Function function = std::move(heap_.back().function);
  heap_.pop_back();
  return function;
}

}  // namespace stunt::http
