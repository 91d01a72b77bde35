// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::aws {

/// What a signature is good for. Views.
struct Scope {
  std::string_view region;   ///< "us-east-1"
  std::string_view service;  ///< "secretsmanager"
};

/// "20150830/us-east-1/iam/aws4_request", for a timestamp of "20150830T123600Z".
std::string credential_scope(const Scope& scope, std::string_view timestamp);

/// The secret half of a key. It cannot be read, printed or compared; all that it does is sign.
class SecretAccessKey {
 public:
  explicit SecretAccessKey(std::string text) : text_(std::move(text)) {}

  /// SigV4's signature of `text` under the key that is derived for that scope and the timestamp's
  /// day: 64 hex digits.
  std::string sign(std::string_view text, const Scope& scope, std::string_view timestamp) const;

 private:
  std::string text_;
};

}  // namespace stunt::aws
