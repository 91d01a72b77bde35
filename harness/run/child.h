// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "http/descriptor.h"
#include "verdict/evidence.h"
#include "world/clock.h"

namespace stunt::harness {

/// A command that runs beside this process, with its streams and in its process group, so that what
/// is typed at a terminal reaches both.
class Child {
 public:
  /// Starts it. `command` is not empty; its first word is looked for as a shell does.
  Child(const std::vector<std::string>& command, const std::vector<std::string>& environment);

  /// Kills what is left of it.
  ~Child();

  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Readable once it has ended; -1 if it never began.
  int descriptor() const { return ended_.get(); }

  /// Waits for that, no longer than `timeout`. True also if it never began.
  bool ends_within(world::Duration timeout) const;

  void signal(int number) const;

  /// How it ended, once the descriptor is readable or if it never began.
  verdict::Exit wait();

 private:
  pid_t pid_ = -1;
  int error_ = 0;  ///< why it never began
  http::Descriptor ended_;
  std::optional<verdict::Exit> exit_;
};

}  // namespace stunt::harness
