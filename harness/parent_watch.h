// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <thread>

#include "http/descriptor.h"

namespace stunt::harness {

/// Notices that the process that started this one has ended, however that came about.
class ParentWatch {
 public:
  /// `ended` is called at most once, on a thread of its own; not after the destructor. Throws
  /// std::system_error if the system cannot tell.
  explicit ParentWatch(std::function<void()> ended);
  ~ParentWatch();

  ParentWatch(const ParentWatch&) = delete;
  ParentWatch& operator=(const ParentWatch&) = delete;

 private:
  const http::Descriptor parent_, enough_;
  std::thread thread_;
};

}  // namespace stunt::harness
