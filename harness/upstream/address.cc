// SPDX-License-Identifier: MIT
#include "harness/upstream/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "aws/credential.h"
#include "http/ascii.h"

namespace stunt::harness {
namespace {

/// Of AWS's partitions that can be reached from the internet; the last two are dual-stack.
constexpr std::array<std::string_view, 4> kAwsDomains = {"amazonaws.com", "amazonaws.com.cn",
                                                         "api.aws", "api.amazonwebservices.com.cn"};

constexpr std::string_view kPlain = "http://", kEncrypted = "https://";

std::invalid_argument not_right(const std::string& what) {
  return std::invalid_argument(
      what +
      "; write scheme, host and port, such as https://secretsmanager.us-east-1.amazonaws.com "
      "or http://localhost:4566");
}

bool is_in(std::string_view host, std::string_view domain) {
  return host == domain || (host.ends_with(domain) && host.size() > domain.size() &&
                            host[host.size() - domain.size() - 1] == '.');
}

bool is_host_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
}

bool is_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), is_host_char);
}

/// Of an address as IPv6 has it, without its brackets.
bool is_v6(std::string_view host) {
  return host.find(':') != std::string_view::npos &&
         host.find_first_not_of("0123456789abcdef:.") == std::string_view::npos;
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port > 0 && port <= 65535;
}

}  // namespace

bool Address::is_aws() const {
  return std::any_of(kAwsDomains.begin(), kAwsDomains.end(),
                     [this](auto domain) { return is_in(host, domain); });
}

std::string_view Address::region() const {
  if (!is_aws()) return {};
  // From the end: what stands in front of it may look like one ("vpce-0a1b2").
  std::string_view rest = host;
  while (!rest.empty()) {
    const auto dot = rest.rfind('.');
    const auto label = dot == std::string_view::npos ? rest : rest.substr(dot + 1);
    if (aws::is_region_name(label)) return label;
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(0, dot);
  }
  return {};
}

Address read_address(const std::string& url) {
  Address address;
  address.is_encrypted = url.starts_with(kEncrypted);
  if (!address.is_encrypted && !url.starts_with(kPlain)) {
    throw not_right("this is not a URL of http or https");
  }
  auto rest = http::lower(url.substr((address.is_encrypted ? kEncrypted : kPlain).size()));
  if (rest.find('@') != std::string::npos) throw not_right("there is a user in the URL");
  if (rest.ends_with('/')) rest.pop_back();
  if (rest.find_first_of("/?#") != std::string::npos) {
    throw not_right("'" + url + "' has a path, and requests bring their own");
  }

  const bool in_brackets = rest.starts_with('[');
  const auto host_end = in_brackets ? rest.find(']') : rest.find(':');
  address.host = in_brackets ? rest.substr(1, host_end - 1) : rest.substr(0, host_end);
  const bool is_right =
      in_brackets ? host_end != std::string::npos && is_v6(address.host) : is_host(address.host);
  if (!is_right) throw not_right("'" + url + "' names no host");
  auto port = host_end == std::string::npos ? "" : rest.substr(host_end + (in_brackets ? 1 : 0));
  if (!port.empty() && (port.front() != ':' || !is_port(port.substr(1)))) {
    throw not_right("'" + url + "' has no port from 1 to 65535");
  }

  if (port == (address.is_encrypted ? ":443" : ":80")) port.clear();
  address.authority = (in_brackets ? "[" + address.host + "]" : address.host) + port;
  address.origin = std::string(address.is_encrypted ? kEncrypted : kPlain) + address.authority;
  if (address.is_aws() && !address.is_encrypted) {
    throw std::invalid_argument("secrets do not go to AWS in the clear; write https://" +
                                address.authority);
  }
  return address;
}

}  // namespace stunt::harness
