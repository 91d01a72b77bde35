// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "http/descriptor.h"

namespace stunt::http {

/// How other threads reach a loop: they leave a function, the loop's thread runs it. post() from
/// any thread; descriptor() is readable while there is post; drain() on the loop's thread.
class Mailbox {
 public:
  using Function = std::function<void()>;

  Mailbox();

  void post(Function function);
  std::vector<Function> drain();
  int descriptor() const { return event_.get(); }

 private:
  Descriptor event_;
  std::mutex mutex_;
  std::vector<Function> posted_;
};

}  // namespace stunt::http
