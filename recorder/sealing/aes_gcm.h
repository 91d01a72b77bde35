// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// AES-256-GCM (NIST SP 800-38D). Two texts must never have one nonce under one key.
struct AesGcm {
  static constexpr std::size_t kKeySize = 32, kNonceSize = 12, kTagSize = 16;

  /// The ciphertext, and the tag behind it. `bound` is not in there and must be told again to open.
  static std::string seal(std::string_view key, std::string_view nonce, std::string_view text,
                          std::string_view bound);

  /// The text; nothing if a bit of anything is another than it was.
  static std::optional<std::string> open(std::string_view key, std::string_view nonce,
                                         std::string_view sealed, std::string_view bound);
};

}  // namespace stunt::recorder
