// SPDX-License-Identifier: MIT
#include "recorder/sealing/seal_key.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aws/base64.h"
#include "aws/digest.h"
#include "http/descriptor.h"
#include "recorder/sealing/aes_gcm.h"
#include "recorder/sealing/hkdf.h"
#include "world/calendar.h"
#include "world/entropy.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kIdDigits = 16;

std::string derived(std::string_view material, const char* use) {
  return hkdf_sha256(material, "stunt.transcript", use, AesGcm::kKeySize);
}

std::string short_id(const aws::Digest& digest) { return aws::hex(digest).substr(0, kIdDigits); }

/// RFC 4648, section 5, without padding.
std::string base64url(std::string_view bytes) {
  auto text = aws::base64(bytes);
  text.resize(text.find_last_not_of('=') + 1);
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  return text;
}

std::optional<std::string> read_base64url(std::string_view text) {
  std::string padded(text);
  std::replace(padded.begin(), padded.end(), '-', '+');
  std::replace(padded.begin(), padded.end(), '_', '/');
  padded.append((4 - padded.size() % 4) % 4, '=');
  return aws::read_base64(padded);
}

[[noreturn]] void fail(const char* what, const std::filesystem::path& path, int error) {
  throw std::runtime_error(std::string(what) + " the key file " + path.string() + ": " +
                           std::generic_category().message(error));
}

/// Texts one after the other, so that no two lists of them are the same text.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts) text.append(std::to_string(part.size())).append(":").append(part);
  return text;
}

std::string to_text(const SealPlace& place) {
  return joined(
      {place.file, std::to_string(place.seq), place.pointer, std::to_string(place.index)});
}

}  // namespace

SealKey::SealKey(std::string_view material) {
  if (material.size() < kShortest) {
    throw std::invalid_argument("a key has at least " + std::to_string(kShortest) +
                                " bytes, this has " + std::to_string(material.size()));
  }
  id_ = short_id(aws::sha256(derived(material, "key id")));
  cipher_key_ = derived(material, "cipher");
  nonce_key_ = derived(material, "nonce");
}

std::string SealKey::file_id(const Header& header) const {
  return short_id(aws::hmac_sha256(
      nonce_key_, joined({"file", world::rfc3339(header.created), std::to_string(header.seed),
                          header.region, world::rfc3339(header.clock_start)})));
}

std::string SealKey::seal(const SealPlace& place, std::string_view value) const {
  const auto bound = to_text(place);
  const auto digest = aws::hmac_sha256(nonce_key_, joined({bound, value}));
  const auto nonce = aws::view(digest).substr(0, AesGcm::kNonceSize);
  return base64url(std::string(nonce) + AesGcm::seal(cipher_key_, nonce, value, bound));
}

std::optional<std::string> SealKey::open(const SealPlace& place, std::string_view seal) const {
  const auto bytes = read_base64url(seal);
  if (!bytes || bytes->size() < AesGcm::kNonceSize) return std::nullopt;
  const auto [nonce, sealed] = std::pair(std::string_view(*bytes).substr(0, AesGcm::kNonceSize),
                                         std::string_view(*bytes).substr(AesGcm::kNonceSize));
  return AesGcm::open(cipher_key_, nonce, sealed, to_text(place));
}

KeyFile read_key_file(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string material(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad()) fail("cannot read", path, errno);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) fail("cannot read", path, errno);
  material.resize(material.find_last_not_of(" \t\r\n") + 1);
  try {
    return {SealKey(material), (status.st_mode & (S_IRWXG | S_IRWXO)) != 0};
  } catch (const std::invalid_argument& wrong) {
    throw std::invalid_argument(path.string() + ": " + wrong.what() +
                                "; `stunt key new FILE` makes one");
  }
}

SealKey make_key_file(const std::filesystem::path& path) {
  // Base64, so that it can be kept where only text can.
  const auto material = aws::base64(world::entropy(SealKey::kShortest));
  const auto text = material + "\n";
  const http::Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file) fail("cannot make", path, errno);
  const auto written = ::write(file.get(), text.data(), text.size());
  if (written != static_cast<ssize_t>(text.size())) fail("cannot write", path, errno ? errno : EIO);
  return SealKey(material);
}

}  // namespace stunt::recorder
