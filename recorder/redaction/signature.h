// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// What a transcript keeps of an Authorization header: everything but the signature.
struct Signature {
  std::string algorithm;
  std::string access_key_id;
  std::string date;
  std::string region;
  std::string service;
  std::string signed_headers;  ///< "host;x-amz-date"
};

/// Reads a SigV4 header. Nothing unless each part has the form that it must have: what is
/// malformed may hold a secret, a secret access key in the place of the id for example.
std::optional<Signature> read_signature(std::string_view authorization);

/// Whether a query brings the signature of a presigned URL, and what is kept of that.
bool is_presigned(std::string_view query);
std::optional<Signature> read_presigned(std::string_view query);

/// The query without the signature and the session token of a presigned URL.
std::string without_signature(std::string_view query);

/// The header's value, as far as it is kept.
std::string to_string(const Signature& signature);

/// True for "20261124T023000Z", as x-amz-date has it.
bool is_amz_date(std::string_view text);

}  // namespace stunt::recorder
