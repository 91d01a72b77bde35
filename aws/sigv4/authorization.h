// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace stunt::aws {

/// The only algorithm there is: SigV4.
constexpr std::string_view kSigV4 = "AWS4-HMAC-SHA256";

/// Ends every credential.
constexpr std::string_view kTerminator = "aws4_request";

/// An Authorization header, taken apart: "AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…,
/// Signature=…". Views into it; a part that is missing is empty. Reading it checks nothing.
struct Authorization {
  std::string_view algorithm;
  std::string_view credential;
  std::string_view signed_headers;
  std::string_view signature;
  bool all_pairs = true;  ///< false: something in it is not KEY=VALUE
};

/// Commas and blanks part the pairs, any number of them.
Authorization read_authorization(std::string_view header);

/// Access key id, date, Region, service, terminator. Nothing if `credential` has more or fewer
/// parts; none of them is checked.
std::optional<std::array<std::string_view, 5>> credential_parts(std::string_view credential);

}  // namespace stunt::aws
