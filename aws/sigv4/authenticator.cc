// SPDX-License-Identifier: MIT
#include "aws/sigv4/authenticator.h"

#include <algorithm>
#include <utility>

#include <openssl/crypto.h>

#include "aws/credential.h"
#include "aws/digest.h"
#include "aws/sigv4/canonical.h"
#include "aws/sigv4/errors.h"
#include "aws/sigv4/signing_date.h"
#include "world/calendar.h"

namespace stunt::aws {
namespace {

std::string_view header(const http::Request& request, std::string_view name) {
  return request.headers.get(name).value_or(std::string_view());
}

/// Takes the same time for all texts of one size.
bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_presigned(const http::Request& request) {
  return ("&" + request.query).find("&X-Amz-Algorithm=") != std::string::npos;
}

/// Host and whatever AWS reads must be signed, so that nobody can change it on the way.
std::optional<Error> refuse_names(const http::Headers& headers,
                                  const std::vector<std::string>& names) {
  constexpr std::string_view kOfAws = "x-amz-";
  if (!std::binary_search(names.begin(), names.end(), "host")) return errors::unsigned_host();
  for (const auto& field : headers) {
    const auto& name = field.first;
    const bool must_be_signed = http::same_name(name.substr(0, kOfAws.size()), kOfAws);
    const bool is_signed = std::any_of(names.begin(), names.end(), [&](const auto& listed) {
      return http::same_name(listed, name);
    });
    if (must_be_signed && !is_signed) return errors::unsigned_header(name);
  }
  return std::nullopt;
}

/// A hash that the client tells of its body must be the body's.
bool is_content(const http::Request& request) {
  const auto told = request.headers.get("x-amz-content-sha256");
  return !told || *told == hex(sha256(request.body));
}

}  // namespace

/// A request, and who it says has signed it.
struct Authenticator::Claim {
  const http::Request& request;
  const std::vector<std::string>& names;
  std::string_view signature;
  std::string timestamp;
  std::string_view access_key_id, date, region, service, terminator;
};

Authenticator::Authenticator(Trust trust, const world::Clock& clock)
    : service_(std::move(trust.service)),
      regions_(std::move(trust.regions)),
      own_(std::move(trust.own)),
      clock_(clock) {
  for (auto& key : trust.keys) {
    auto id = key.access_key_id;
    keys_.insert_or_assign(std::move(id), std::move(key));
  }
}

std::optional<Error> Authenticator::refuse(const http::Request& request,
                                           world::Duration clock_off) const {
  const auto authorization = request.headers.get("authorization");
  if (authorization && is_presigned(request)) return errors::signed_twice();
  if (!authorization || !authorization->starts_with("AWS4-")) return errors::missing_token();

  const auto parts = read_authorization(*authorization);
  if (!parts.all_pairs) return errors::not_a_pair(*authorization);
  const bool has_date = !header(request, "x-amz-date").empty() || !header(request, "date").empty();
  if (parts.credential.empty() || parts.signature.empty() || parts.signed_headers.empty() ||
      !has_date) {
    return errors::incomplete(parts, has_date, *authorization);
  }

  const auto signed_at = read_signing_date(request);
  if (!signed_at) {
    return errors::malformed_date(
        request.headers.get("x-amz-date").value_or(header(request, "date")));
  }
  if (auto refused = refuse_signing_date(*signed_at, clock_.now() + clock_off)) return refused;
  const auto names = header_names(parts.signed_headers);
  if (auto refused = refuse_names(request.headers, names)) return refused;
  if (parts.algorithm != kSigV4) return errors::unknown_algorithm(parts.algorithm);

  const auto credential = credential_parts(parts.credential);
  if (!credential) return errors::malformed_credential(parts.credential);
  const auto& [access_key_id, date, region, service, terminator] = *credential;
  const Claim claim{request,       names, parts.signature, world::iso8601_basic(*signed_at),
                    access_key_id, date,  region,          service,
                    terminator};
  if (auto refused = refuse_scope(claim)) return refused;
  return refuse_signature(claim);
}

/// Each sentence but the last is followed by a blank, also where none comes after it.
std::optional<Error> Authenticator::refuse_scope(const Claim& claim) const {
  std::string text;
  const bool region_is_ours = regions_.empty() ? is_region_name(claim.region)
                                               : std::find(regions_.begin(), regions_.end(),
                                                           claim.region) != regions_.end();
  if (!region_is_ours) text += "Credential should be scoped to a valid region. ";
  if (claim.service != service_) {
    text += "Credential should be scoped to correct service: '" + service_ + "'. ";
  }
  if (claim.terminator != kTerminator) {
    text +=
        "Credential should be scoped with a valid terminator: '" + std::string(kTerminator) + "'. ";
  }
  const auto day = claim.timestamp.substr(0, claim.timestamp.find('T'));
  if (claim.date != day) {
    text +=
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from "
        "HTTP: '" +
        std::string(claim.date) + "' != '" + day + "', from '" + claim.timestamp + "'.";
  }
  if (text.empty()) return std::nullopt;
  return errors::wrong_scope(text);
}

std::optional<Error> Authenticator::refuse_signature(const Claim& claim) const {
  const Scope scope{claim.region, claim.service};
  const auto text = string_to_sign(claim.request, claim.names, scope, claim.timestamp);
  const auto is_signed_with = [&](const SecretAccessKey& secret) {
    return same_secret(secret.sign(text, scope, claim.timestamp), claim.signature) &&
           is_content(claim.request);
  };
  if (own_ && is_account_id(claim.access_key_id) && is_signed_with(*own_)) return std::nullopt;

  const auto found = keys_.find(claim.access_key_id);
  if (found == keys_.end()) return errors::unknown_key();
  const auto& key = found->second;
  const auto token = header(claim.request, "x-amz-security-token");
  // A temporary key is found by its token: without one nobody knows it.
  if (!key.session_token.empty() && token.empty()) return errors::unknown_key();
  if (!is_signed_with(key.secret)) return errors::wrong_signature();
  if (!same_secret(key.session_token, token)) return errors::wrong_session_token();
  if (key.expires && *key.expires <= clock_.now()) return errors::expired_key();
  return std::nullopt;
}

}  // namespace stunt::aws
