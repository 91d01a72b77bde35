// SPDX-License-Identifier: MIT
#include "http/stream.h"

namespace stunt::http {

void Stream::push(std::string_view bytes) {
  std::unique_lock lock(mutex_);
  if (over_ || ended_ || too_slow_) return;
  if (waiting_.size() - uncounted_ + bytes.size() > options_.waiting_most) {
    too_slow_ = true;
    std::string().swap(waiting_);
    uncounted_ = 0;
    told_ = false;  // whoever was told before may be waiting for the client
  } else {
    waiting_.append(bytes);
  }
  tell(std::move(lock));
}

void Stream::push_all(std::string_view bytes) {
  std::unique_lock lock(mutex_);
  if (over_ || ended_ || too_slow_ || bytes.empty()) return;
  waiting_.append(bytes);
  uncounted_ += bytes.size();
  tell(std::move(lock));
}

void Stream::end() {
  std::unique_lock lock(mutex_);
  if (over_ || std::exchange(ended_, true)) return;
  tell(std::move(lock));
}

bool Stream::is_over() const {
  const std::lock_guard lock(mutex_);
  return over_;
}

void Stream::tell(std::unique_lock<std::mutex> lock) {
  if (!wake_ || std::exchange(told_, true)) return;
  const auto wake = wake_;
  lock.unlock();
  wake();
}

void Stream::open(std::function<void()> wake) {
  std::unique_lock lock(mutex_);
  wake_ = std::move(wake);
  if (ended_ || too_slow_ || !waiting_.empty()) tell(std::move(lock));
}

Stream::Taken Stream::take() {
  const std::lock_guard lock(mutex_);
  told_ = false;
  uncounted_ = 0;
  return {std::exchange(waiting_, {}), ended_};
}

bool Stream::is_too_slow() const {
  const std::lock_guard lock(mutex_);
  return too_slow_;
}

void Stream::close() {
  std::function<void()> wake;
  const std::lock_guard lock(mutex_);
  over_ = true;
  std::string().swap(waiting_);
  wake.swap(wake_);
}

}  // namespace stunt::http
