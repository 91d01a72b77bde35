// SPDX-License-Identifier: MIT
#include "harness/admin/guard.h"

#include <algorithm>
#include <stdexcept>

#include <arpa/inet.h>
#include <openssl/crypto.h>

#include "harness/admin/problem.h"
#include "http/ascii.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

/// "localhost" of "localhost:4566", "::1" of "[::1]:4566". Nothing of what is neither: not what is
/// before the first sign that does not fit.
std::string_view without_port(std::string_view host) {
  const auto end =
      host.starts_with('[') ? host.find(']') + 1 : std::min(host.find(':'), host.size());
  const auto port = host.substr(end);
  const bool is_port = port.empty() || (port.starts_with(':') &&
                                        port.find_first_not_of("0123456789", 1) == port.npos);
  if (end == 0 || !is_port) return {};
  return host.starts_with('[') ? host.substr(1, end - 2) : host.substr(0, end);
}

bool is_address(std::string_view host) {
  const std::string text(host);
  unsigned char room[sizeof(in6_addr)];
  return ::inet_pton(AF_INET, text.c_str(), room) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), room) == 1;
}

bool is_loopback_address(std::string_view host) {
  return is_address(host) &&
         (host == "::1" || host.starts_with("127.") || host.starts_with("::ffff:127."));
}

bool is_loopback(std::string_view host) {
  return host == "localhost" || host.ends_with(".localhost") || is_loopback_address(host);
}

bool has(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

http::Reply refusal(int status, std::string detail, const http::Request& request) {
  return to_reply(Problem(status, std::move(detail)), request.path);
}

}  // namespace

void Guard::listening(const std::vector<std::string>& addresses,
                      const std::vector<std::string>& names) {
  for (const auto& address : addresses) {
    if (address == "0.0.0.0" || address == "::") any_address_ = true;
    if (!settings_.token.empty() || !settings_.enabled || is_loopback_address(address)) continue;
    throw std::invalid_argument(
        "the admin API would be open to whoever reaches " + input::quote(address) +
        "; set a token with --admin-token-file FILE, or turn it off with --admin off, or listen on "
        "loopback only");
  }
  hosts_ = addresses;
  for (const auto& name : names) hosts_.push_back(http::lower(name));
}

std::optional<http::Reply> Guard::refuse(const http::Request& request, bool open) const {
  const auto host = request.headers.get("host").value_or("");
  if (!knows_host(host)) {
    return refusal(403,
                   "the admin API does not answer to the Host " + input::quote(host) +
                       "; ask for localhost, or start with --admin-allow-host NAME",
                   request);
  }
  const auto origin = request.headers.get("origin");
  if (origin && !knows_origin(*origin)) {
    return refusal(403,
                   "pages of " + input::quote(*origin) +
                       " may not use the admin API; --admin-cors ORIGIN lets those of an origin",
                   request);
  }
  const auto site = http::lower(request.headers.get("sec-fetch-site").value_or(""));
  if (!origin && (site == "cross-site" || site == "same-site")) {
    return refusal(403, "pages of other sites may not use the admin API", request);
  }
  if (open || preflight(request) || trusts(request)) return {};
  auto reply = refusal(401,
                       "the admin API wants the token that the server was started with: "
                       "Authorization: Bearer TOKEN",
                       request);
  reply.headers.add("WWW-Authenticate", "Bearer");
  return reply;
}

std::optional<http::Reply> Guard::preflight(const http::Request& request) const {
  if (request.method != "OPTIONS" || !request.headers.get("origin") ||
      !request.headers.get("access-control-request-method")) {
    return {};
  }
  http::Reply reply{204, headers(request), ""};
  reply.headers.add("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
  reply.headers.add("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
  reply.headers.add("Access-Control-Max-Age", "600");
  return reply;
}

http::Headers Guard::headers(const http::Request& request) const {
  const auto origin = request.headers.get("origin");
  if (!origin) return {};
  return {{"Access-Control-Allow-Origin", std::string(*origin)},
          {"Access-Control-Expose-Headers", "Location"},
          {"Vary", "Origin"}};
}

bool Guard::knows_host(std::string_view host) const {
  const auto name = http::lower(without_port(host));
  if (is_loopback(name) || has(hosts_, name) || has(settings_.hosts, name)) return true;
  // What listens on all addresses does not know which these are. An address cannot be rebound.
  return any_address_ && is_address(name);
}

bool Guard::knows_origin(std::string_view origin) const {
  return has(settings_.origins, http::lower(origin));
}

bool Guard::has_token(const http::Request& request) const {
  constexpr std::string_view kScheme = "bearer ";
  const auto given = request.headers.get("authorization").value_or("");
  if (given.size() < kScheme.size() || http::lower(given.substr(0, kScheme.size())) != kScheme) {
    return false;
  }
  const auto token = http::trimmed(given.substr(kScheme.size()));
  return token.size() == settings_.token.size() &&
         CRYPTO_memcmp(token.data(), settings_.token.data(), token.size()) == 0;
}

}  // namespace stunt::harness::admin
