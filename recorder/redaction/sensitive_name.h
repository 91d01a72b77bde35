// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::recorder {

/// True for a member whose name says that a secret is in it, in whatever service: Password,
/// SecretString, SessionToken, PrivateKey, Plaintext, ParameterValue. A name that says that it only
/// names one is none: SecretId, TokenType, KeyArn.
bool is_sensitive_name(std::string_view name);

}  // namespace stunt::recorder
