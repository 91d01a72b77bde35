// SPDX-License-Identifier: MIT
#include "aws/sigv4/sign.h"

#include <algorithm>
#include <array>

#include "aws/sigv4/authorization.h"
#include "aws/sigv4/canonical.h"
#include "world/calendar.h"

namespace stunt::aws {
namespace {

/// Proxies and HTTP libraries add or change them behind the signer's back.
constexpr std::array<std::string_view, 10> kUnsigned = {
    "authorization", "connection",        "expect",  "keep-alive", "te",
    "trailer",       "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id"};

std::vector<std::string> names_to_sign(const http::Headers& headers) {
  std::string list;
  for (const auto& field : headers) {
    const auto is_left_out = [&](auto name) { return http::same_name(name, field.first); };
    if (std::none_of(kUnsigned.begin(), kUnsigned.end(), is_left_out)) list += field.first + ";";
  }
  auto names = header_names(list);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

void sign(http::Request& request, const Key& key, const Scope& scope, world::Instant at) {
  const auto timestamp = world::iso8601_basic(at);
  request.headers.set("X-Amz-Date", timestamp);
  if (key.session_token.empty()) {
    request.headers.remove("X-Amz-Security-Token");
  } else {
    request.headers.set("X-Amz-Security-Token", key.session_token);
  }
  const auto names = names_to_sign(request.headers);
  const auto signature =
      key.secret.sign(string_to_sign(request, names, scope, timestamp), scope, timestamp);
  request.headers.set("Authorization", std::string(kSigV4) + " Credential=" + key.access_key_id +
                                           "/" + credential_scope(scope, timestamp) +
                                           ", SignedHeaders=" + joined_names(names) +
                                           ", Signature=" + signature);
}

}  // namespace stunt::aws
