// SPDX-License-Identifier: MIT
#include "aws/sigv4/secret_access_key.h"

#include "aws/digest.h"
#include "aws/sigv4/authorization.h"

namespace stunt::aws {
namespace {

constexpr std::size_t kDateSize = 8;

}  // namespace

std::string credential_scope(const Scope& scope, std::string_view timestamp) {
  std::string text(timestamp.substr(0, kDateSize));
  text.append("/").append(scope.region).append("/").append(scope.service).append("/");
  return text.append(kTerminator);
}

std::string SecretAccessKey::sign(std::string_view text, const Scope& scope,
                                  std::string_view timestamp) const {
  auto key = hmac_sha256("AWS4" + text_, timestamp.substr(0, kDateSize));
  key = hmac_sha256(view(key), scope.region);
  key = hmac_sha256(view(key), scope.service);
  key = hmac_sha256(view(key), kTerminator);
  return hex(hmac_sha256(view(key), text));
}

}  // namespace stunt::aws
