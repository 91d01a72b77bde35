// SPDX-License-Identifier: MIT
#include "aws/sigv4/errors.h"

#include <chrono>

#include "aws/base64.h"
#include "aws/digest.h"
#include "world/calendar.h"

namespace stunt::aws::errors {
namespace {

Error usual(std::string_view code) { return make_error(*common_error(code)); }

Error incomplete_signature(std::string text) {
  return make_error(*common_error("IncompleteSignatureException"), std::move(text));
}

Error invalid_signature(std::string text) {
  return make_error(*common_error("InvalidSignatureException"), std::move(text));
}

std::string hashed(std::string_view text) { return base64(view(sha256(text))); }

std::string minutes(world::Duration duration) {
  return std::to_string(std::chrono::duration_cast<std::chrono::minutes>(duration).count()) +
         " min.)";
}

}  // namespace

Error missing_token() { return usual("MissingAuthenticationTokenException"); }

Error signed_twice() {
  return invalid_signature(
      "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
}

Error not_a_pair(std::string_view authorization) {
  return incomplete_signature(
      "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 "
      "and encoded with Base64): '" +
      hashed(authorization) + "'.");
}

Error incomplete(const Authorization& parts, bool has_date, std::string_view authorization) {
  std::string text;
  const auto require = [&text](std::string_view name, std::string_view value) {
    if (value.empty()) {
      text.append("Authorization header requires '").append(name).append("' parameter. ");
    }
  };
  require("Credential", parts.credential);
  require("Signature", parts.signature);
  require("SignedHeaders", parts.signed_headers);
  if (!has_date) {
    text += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
  }
  return incomplete_signature(
      text +
      "(Hashed with SHA-256 and encoded with Base64) Authorization=" + hashed(authorization));
}

Error malformed_date(std::string_view text) {
  return incomplete_signature("Date must be in ISO-8601 'basic format'. Got '" + std::string(text) +
                              "'. See http://en.wikipedia.org/wiki/ISO_8601");
}

Error unknown_algorithm(std::string_view algorithm) {
  return incomplete_signature("Unsupported AWS 'algorithm': '" + std::string(algorithm) +
                              "' (only " + std::string(kSigV4) + " for now). ");
}

Error malformed_credential(std::string_view credential) {
  return incomplete_signature(
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/"
      "term, got (hashed with SHA-256 and encoded with Base64): '" +
      hashed(credential) + "'");
}

Error expired(world::Instant signed_at, world::Instant now, world::Duration tolerance) {
  return invalid_signature("Signature expired: " + world::iso8601_basic(signed_at) +
                           " is now earlier than " + world::iso8601_basic(now - tolerance) + " (" +
                           world::iso8601_basic(now) + " - " + minutes(tolerance));
}

Error not_yet_current(world::Instant signed_at, world::Instant now, world::Duration tolerance) {
  return invalid_signature("Signature not yet current: " + world::iso8601_basic(signed_at) +
                           " is still later than " + world::iso8601_basic(now + tolerance) + " (" +
                           world::iso8601_basic(now) + " + " + minutes(tolerance));
}

Error unsigned_host() {
  return invalid_signature(
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
}

Error unsigned_header(std::string_view name) {
  return invalid_signature("'" + std::string(name) +
                           "' must be a 'SignedHeader' in the AWS Authorization.");
}

Error wrong_scope(std::string_view problems) { return invalid_signature(std::string(problems)); }

Error wrong_signature() { return usual("InvalidSignatureException"); }

Error unknown_key() { return usual("UnrecognizedClientException"); }

Error wrong_session_token() {
  // Without the full stop of the other: AWS has two places that say it.
  return make_error(*common_error("UnrecognizedClientException"),
                    "The security token included in the request is invalid");
}

Error expired_key() { return usual("ExpiredTokenException"); }

}  // namespace stunt::aws::errors
