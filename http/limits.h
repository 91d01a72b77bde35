// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

namespace stunt::http {

/// Everything has a limit.
struct Limits {
  /// Request line and headers together. AWS's own limit is near 16 KiB; SDKs stay far below.
  std::size_t head_bytes = 64 * 1024;

  /// A secret is at most 65,536 bytes; base64 and JSON escapes make up to six times that of it.
  std::size_t body_bytes = 1024 * 1024;

  /// An idle kept-alive connection is closed after this.
  std::chrono::seconds idle{300};

  /// A request that began to arrive must be whole within this.
  std::chrono::seconds partial{60};

  /// Connections that wait for accept(2), as listen(2) has it.
  int backlog = 4096;
};

}  // namespace stunt::http
