// SPDX-License-Identifier: MIT
#include "recorder/sealing/hkdf.h"

#include <memory>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace stunt::recorder {

std::string hkdf_sha256(std::string_view material, std::string_view salt, std::string_view info,
                        std::size_t size) {
  const auto bytes = [](std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  const auto length = [](std::string_view text) { return static_cast<int>(text.size()); };
  const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
      EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), EVP_PKEY_CTX_free);
  std::string derived(size, '\0');
  const bool done =
      context && EVP_PKEY_derive_init(context.get()) == 1 &&
      EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1 &&
      EVP_PKEY_CTX_set1_hkdf_salt(context.get(), bytes(salt), length(salt)) == 1 &&
      EVP_PKEY_CTX_set1_hkdf_key(context.get(), bytes(material), length(material)) == 1 &&
      EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytes(info), length(info)) == 1 &&
      EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char*>(derived.data()), &size) == 1;
  if (!done) throw std::runtime_error("OpenSSL offers no HKDF with SHA-256");
  return derived;
}

}  // namespace stunt::recorder
