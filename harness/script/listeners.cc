// SPDX-License-Identifier: MIT
#include "harness/script/listeners.h"

#include <utility>

namespace stunt::harness {

std::shared_ptr<void> Listeners::add(std::function<void()> told) {
  auto listener = std::make_shared<Listener>();
  listener->told = std::move(told);
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(all_, [](const auto& one) { return one.expired(); });
    all_.push_back(listener);
  }
  // What tell() holds meanwhile must not call it any more.
  return {static_cast<void*>(listener.get()), [listener](void*) {
            const std::lock_guard lock(listener->mutex);
            listener->told = nullptr;
          }};
}

void Listeners::tell() {
  std::vector<std::shared_ptr<Listener>> present;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& one : all_) {
      if (auto listener = one.lock()) present.push_back(std::move(listener));
    }
  }
  for (const auto& listener : present) {
    const std::lock_guard lock(listener->mutex);
    if (listener->told) listener->told();
  }
}

}  // namespace stunt::harness
