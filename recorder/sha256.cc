// SPDX-License-Identifier: MIT
#include "recorder/sha256.h"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

namespace stunt::recorder {

std::string sha256(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  // EVP_sha256() looks for an implementation each time, which costs more than a short text.
  static const EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash;
  unsigned size = 0;
  if (!kAlgorithm ||
      EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, kAlgorithm, nullptr) != 1) {
    throw std::runtime_error("OpenSSL offers no SHA-256");
  }
  std::string text = "sha256:";
  for (unsigned i = 0; i < size; ++i) {
    text.push_back(kHex[hash[i] >> 4]);
    text.push_back(kHex[hash[i] & 0xF]);
  }
  return text;
}

}  // namespace stunt::recorder
