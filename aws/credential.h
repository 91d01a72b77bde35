// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::aws {

/// What an Authorization header says about its sender (SigV4). Views into the header. Reading it
/// checks nothing: anybody can write any credential.
struct Credential {
  std::string_view access_key_id;
  std::string_view date;    ///< "20261124"
  std::string_view region;  ///< "us-east-1"
  std::string_view service;
  std::string_view signed_headers;  ///< "host;x-amz-date;x-amz-target"

  bool operator==(const Credential&) const = default;
};

/// Reads "AWS4-HMAC-SHA256 Credential=AKID/20261124/us-east-1/secretsmanager/aws4_request,
/// SignedHeaders=host;x-amz-date, Signature=…". A part that is missing or malformed is empty.
Credential read_credential(std::string_view authorization);

/// True for 12 digits.
bool is_account_id(std::string_view text);

/// True for what can be a Region's name: "us-east-1". Which Regions there are is not known here.
bool is_region_name(std::string_view text);

}  // namespace stunt::aws
