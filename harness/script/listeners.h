// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace stunt::harness {

/// Any number of those who want to be told of something, and may leave again. Thread-safe.
class Listeners {
 public:
  /// Told until what is returned is gone; whoever lets that go waits for a call that is under way,
  /// so has to hold nothing that the call wants.
  std::shared_ptr<void> add(std::function<void()> told);

  void tell();

 private:
  struct Listener {
    std::mutex mutex;
    std::function<void()> told;  ///< empty once it has left
  };

  std::mutex mutex_;
  std::vector<std::weak_ptr<Listener>> all_;
};

}  // namespace stunt::harness
