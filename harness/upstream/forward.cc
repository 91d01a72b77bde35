// SPDX-License-Identifier: MIT
#include "harness/upstream/forward.h"

#include <algorithm>
#include <string>

#include "aws/digest.h"
#include "aws/sigv4/sign.h"
#include "http/hop_by_hop.h"

namespace stunt::harness {
namespace {

constexpr std::string_view kScopePrefix = "/s/";

/// The front door lets a path of a scope in only if there is one: it is our address, not theirs.
std::string without_scope(const std::string& path) {
  if (!path.starts_with(kScopePrefix)) return path;
  const auto end = path.find('/', kScopePrefix.size());
  return end == std::string::npos ? "/" : path.substr(end);
}

}  // namespace

http::Request forwarded(const http::Request& request) {
  http::Request onward{request.method, without_scope(request.path), request.query,
                       http::without_hop_by_hop(request.headers), request.body};
  // A body may have come in chunks; it goes on in one piece.
  if (onward.headers.get("Content-Length")) {
    onward.headers.set("Content-Length", std::to_string(onward.body.size()));
  }
  return onward;
}

void sign_anew(http::Request& request, const aws::Credential& by_client, const std::string& host,
               const aws::Key& key, const aws::Scope& otherwise, world::Instant now) {
  auto scope = otherwise;
  if (!by_client.region.empty()) scope.region = by_client.region;
  if (!by_client.service.empty()) scope.service = by_client.service;
  auto& headers = request.headers;
  headers.set("Host", host);
  if (headers.get("X-Amz-Content-Sha256")) {
    headers.set("X-Amz-Content-Sha256", aws::hex(aws::sha256(request.body)));
  }
  aws::sign(request, key, scope, now);
}

http::Reply forwarded(http::Reply reply) {
  reply.headers = http::without_hop_by_hop(reply.headers);
  reply.headers.remove("Content-Length");
  return reply;
}

}  // namespace stunt::harness
