// SPDX-License-Identifier: MIT
#include "recorder/sealing/aes_gcm.h"

#include <cassert>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

namespace stunt::recorder {
namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
int length(std::string_view text) { return static_cast<int>(text.size()); }

[[noreturn]] void fail() { throw std::runtime_error("OpenSSL offers no AES-256-GCM"); }

Context begin(std::string_view key, std::string_view nonce, bool encrypt) {
  assert(key.size() == AesGcm::kKeySize && nonce.size() == AesGcm::kNonceSize);
  Context context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  if (!context || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key),
                                    bytes(nonce), encrypt ? 1 : 0) != 1) {
    fail();
  }
  return context;
}

/// What comes out of the cipher; nothing if the tag is wrong.
std::optional<std::string> run(EVP_CIPHER_CTX* context, std::string_view text,
                               std::string_view bound) {
  std::string out(text.size(), '\0');
  int size = 0, end = 0;
  const bool fed = EVP_CipherUpdate(context, nullptr, &size, bytes(bound), length(bound)) == 1 &&
                   (text.empty() ||
                    EVP_CipherUpdate(context, bytes(out), &size, bytes(text), length(text)) == 1);
  if (!fed) fail();
  unsigned char none[AesGcm::kTagSize];
  if (EVP_CipherFinal_ex(context, none, &end) != 1) return std::nullopt;
  return out;
}

}  // namespace

std::string AesGcm::seal(std::string_view key, std::string_view nonce, std::string_view text,
                         std::string_view bound) {
  const auto context = begin(key, nonce, true);
  auto sealed = run(context.get(), text, bound);
  std::string tag(kTagSize, '\0');
  const bool done = sealed && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG,
                                                  static_cast<int>(kTagSize), tag.data()) == 1;
  if (!done) fail();
  return *sealed + tag;
}

std::optional<std::string> AesGcm::open(std::string_view key, std::string_view nonce,
                                        std::string_view sealed, std::string_view bound) {
  if (sealed.size() < kTagSize) return std::nullopt;
  const auto context = begin(key, nonce, false);
  std::string tag(sealed.substr(sealed.size() - kTagSize));
  if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagSize),
                          tag.data()) != 1) {
    fail();
  }
  return run(context.get(), sealed.substr(0, sealed.size() - kTagSize), bound);
}

}  // namespace stunt::recorder
