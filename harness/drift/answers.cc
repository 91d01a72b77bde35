// SPDX-License-Identifier: MIT
#include "harness/drift/answers.h"

namespace stunt::harness {

void Answers::put(Answer answer) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(answer));
  }
  came_.notify_one();
}

Answers::Answer Answers::take() {
  std::unique_lock lock(mutex_);
  came_.wait(lock, [&] { return !waiting_.empty(); });
  return take_first();
}

std::optional<Answers::Answer> Answers::take_within(world::Duration patience) {
  std::unique_lock lock(mutex_);
  if (!came_.wait_for(lock, patience, [&] { return !waiting_.empty(); })) return std::nullopt;
  return take_first();
}

Answers::Answer Answers::take_first() {
  auto first = std::move(waiting_.front());
  waiting_.pop_front();
  return first;
}

}  // namespace stunt::harness
