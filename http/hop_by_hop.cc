// SPDX-License-Identifier: MIT
#include "http/hop_by_hop.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "http/ascii.h"

namespace stunt::http {
namespace {

/// Expect is among them because it asks the next server for a "100 Continue", and that is us.
constexpr std::array<std::string_view, 10> kNames = {
    "connection",       "expect", "keep-alive", "proxy-authenticate", "proxy-authorization",
    "proxy-connection", "te",     "trailer",    "transfer-encoding",  "upgrade"};

/// Connection may name others.
std::vector<std::string_view> names_in(std::string_view list) {
  std::vector<std::string_view> names;
  while (!list.empty()) {
    const auto name = list.substr(0, list.find(','));
    list.remove_prefix(std::min(name.size() + 1, list.size()));
    if (!trimmed(name).empty()) names.push_back(trimmed(name));
  }
  return names;
}

}  // namespace

Headers without_hop_by_hop(const Headers& headers) {
  std::vector<std::string_view> names(kNames.begin(), kNames.end());
  for (const auto& [name, value] : headers) {
    if (!same_name(name, "connection")) continue;
    const auto more = names_in(value);
    names.insert(names.end(), more.begin(), more.end());
  }
  Headers left;
  left.reserve(headers.size());
  for (const auto& field : headers) {
    const auto is_it = [&](auto name) { return same_name(name, field.first); };
    if (std::none_of(names.begin(), names.end(), is_it)) left.add(field.first, field.second);
  }
  return left;
}

}  // namespace stunt::http
