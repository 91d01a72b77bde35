// SPDX-License-Identifier: MIT
#include "harness/admin/errands.h"

#include <utility>

namespace stunt::harness::admin {

bool Errands::post(std::function<void()> errand) {
  const std::lock_guard lock(mutex_);
  auto* thread = this->thread();
  if (!thread || waiting_ == kMost) return false;
  ++waiting_;
  thread->loop().post([this, errand = std::move(errand)] {
    errand();
    const std::lock_guard done(mutex_);
    --waiting_;
  });
  return true;
}

void Errands::post_after(world::Duration real_time, std::function<void()> errand) {
  const std::lock_guard lock(mutex_);
  auto* thread = this->thread();
  if (!thread) return;
  thread->loop().post([&loop = thread->loop(), real_time, errand = std::move(errand)]() mutable {
    loop.after(real_time, std::move(errand));
  });
}

void Errands::stop() {
  LoopThread* thread = nullptr;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    thread = thread_.get();
  }
  if (thread) thread->stop();
}

LoopThread* Errands::thread() {
  if (stopped_) return nullptr;
  if (!thread_) thread_ = std::make_unique<LoopThread>(clock_);
  return thread_.get();
}

}  // namespace stunt::harness::admin
