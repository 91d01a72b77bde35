// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace stunt::test {

/// One of the two servers that are compared, as its process sees it.
class Servant {
 public:
  virtual ~Servant() = default;

  /// Serves on a free port of 127.0.0.1 and returns it.
  virtual std::uint16_t start() = 0;
  virtual void stop() = 0;
};

/// Does what the lines on standard input say, and answers each with one line: "start" with the
/// port, "stop" with "stopped". Returns when the input ends, that is when the test ends or dies.
void obey(Servant& servant);

}  // namespace stunt::test
