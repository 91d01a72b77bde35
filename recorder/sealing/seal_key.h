// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// Where in a transcript a sealed value stands. A seal is good for its place only.
struct SealPlace {
  std::string_view file;     ///< Secrecy::file
  std::uint64_t seq = 0;     ///< of the exchange
  std::string_view pointer;  ///< to the text, in the line
  std::size_t index = 0;     ///< of the token in the text
};

/// Seals values and opens them again: AES-256-GCM. The nonce is a keyed hash of the place and the
/// value, so that it cannot come twice for two of them, and a run that repeats repeats its bytes.
/// All keys come from the key material by HKDF, none from a seed. Immutable, thread-safe.
class SealKey {
 public:
  /// Key material has at least this many bytes.
  static constexpr std::size_t kShortest = 32;

  /// Throws std::invalid_argument for material that is too short.
  explicit SealKey(std::string_view material);

  /// Says which key it is and nothing else of it: 16 hex digits.
  const std::string& id() const { return id_; }

  /// What the seals of a new file are bound to.
  std::string file_id(const Header& header) const;

  /// base64url.
  std::string seal(const SealPlace& place, std::string_view value) const;

  /// Nothing if this key has not sealed it, at this place.
  std::optional<std::string> open(const SealPlace& place, std::string_view seal) const;

 private:
  std::string id_;
  std::string cipher_key_, nonce_key_;
};

/// Key material in a file. Blanks and line ends at its end do not count.
struct KeyFile {
  SealKey key;
  bool exposed = false;  ///< others than its owner may read it
};

/// Throws std::runtime_error that names the file if it cannot be read, std::invalid_argument if it
/// is no key.
KeyFile read_key_file(const std::filesystem::path& path);

/// Writes new key material, from the operating system, to a file that is not there yet, readable
/// for its owner only. Throws std::runtime_error that names the file.
SealKey make_key_file(const std::filesystem::path& path);

}  // namespace stunt::recorder
