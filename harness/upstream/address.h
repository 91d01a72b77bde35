// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::harness {

/// Where an upstream is: "https://secretsmanager.us-east-1.amazonaws.com".
struct Address {
  std::string origin;     ///< scheme and authority: "http://localhost:4566"
  std::string authority;  ///< as Host has it: without a port that is the scheme's own
  std::string host;       ///< in lower case, without brackets
  bool is_encrypted = false;

  /// An endpoint of AWS. It believes only signatures over its own name.
  bool is_aws() const;

  /// The Region in the name of AWS's endpoint; empty if it has none.
  std::string_view region() const;
};

/// Reads a URL that says no more than scheme, host and port. Throws std::invalid_argument that says
/// what would be right, and quotes no user or password.
Address read_address(const std::string& url);

}  // namespace stunt::harness
