// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

#include "harness/rotation/method.h"

namespace stunt::test {

/// Listens to one rotation, and writes down what it hears: "ended finished, answered true".
class RotationEar {
 public:
  harness::RotationListener listener() {
    return {[this](bool accepted) { hear(accepted ? "answered true" : "answered false"); },
            [this](emulator::RotationEnd end) {
              hear(end == emulator::RotationEnd::finished ? "ended finished" : "ended failed");
            }};
  }

  std::string heard() const {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

  /// What was heard once that is so many things; 5 s at most.
  std::string wait_for(int things) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(5), [&] { return things_ >= things; });
    return heard_;
  }

 private:
  void hear(const std::string& what) {
    const std::lock_guard lock(mutex_);
    heard_ += (things_++ == 0 ? "" : ", ") + what;
    changed_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  int things_ = 0;
  std::string heard_;
};

}  // namespace stunt::test
