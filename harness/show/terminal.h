// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "http/descriptor.h"

namespace stunt::harness {

/// What stdout is, as far as it matters for what is printed there.
struct Terminal {
  bool color = false;
  std::size_t width = 100;
  bool unicode = true;
};

/// `color` is auto, always or never; auto asks for NO_COLOR too. A width of 0 is that of the
/// terminal, or 100 if there is none.
Terminal look_at_stdout(const std::string& color, std::size_t width);

/// SIGINT and SIGTERM end a wait from now on, and nothing else.
class Patience {
 public:
  Patience();

  /// Waits a tenth of a second. False once one of the signals has come, or nobody reads stdout any
  /// more.
  bool wait() const;

 private:
  http::Descriptor signals_;
};

}  // namespace stunt::harness
