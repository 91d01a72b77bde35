// SPDX-License-Identifier: MIT
#include "scenarios/faults/read_headers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "http/field.h"
#include "input/quote.h"

namespace stunt::scenarios {
namespace {

using input::quote;

/// They frame the answer; one that lies here is no error but a broken wire.
constexpr std::array<std::string_view, 3> kFraming = {"Content-Length", "Transfer-Encoding",
                                                      "Connection"};

constexpr std::size_t kMostHeaders = 100;

bool is_framing(std::string_view name) {
  return std::any_of(kFraming.begin(), kFraming.end(),
                     [&](auto framing) { return http::same_name(framing, name); });
}

bool fits_count(const input::Value& value, std::size_t count) {
  if (count <= kMostHeaders) return true;
  value.wrong("more than " + std::to_string(kMostHeaders) + " headers", "leave some out");
  return false;
}

/// Notes a problem unless it is a header that a fault may touch.
bool check_name(const input::Value& value, input::Position at, std::string_view name) {
  if (!http::is_token(name)) {
    value.wrong(at, quote(name) + " is not the name of a header",
                "use letters, digits and hyphens");
    return false;
  }
  if (is_framing(name)) {
    value.wrong(at, quote(name) + " is set by the server", "remove it");
    return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> read_field_value(const input::Value& value) {
  const auto text = value.text();
  if (!text) return std::nullopt;
  if (!http::is_field_value(*text)) {
    value.wrong("a header cannot have line breaks", "remove them");
    return std::nullopt;
  }
  return std::string(*text);
}

http::Headers read_headers(const input::Value& value) {
  http::Headers headers;
  const auto entries = value.entries();
  if (!fits_count(value, entries.size())) return headers;
  for (const auto& [name, at, field] : entries) {
    if (!check_name(field, at, name)) continue;
    if (auto text = read_field_value(field)) headers.add(std::string(name), *std::move(text));
  }
  return headers;
}

std::vector<std::string> read_header_names(const input::Value& value) {
  std::vector<std::string> names;
  const auto items = value.items();
  if (value.kind() == input::Kind::list && items.empty()) {
    value.wrong("the list is empty", "name a header such as x-amzn-RequestId");
  }
  if (!fits_count(value, items.size())) return names;
  for (const auto& item : items) {
    const auto name = item.text();
    if (name && check_name(item, item.at(), *name)) names.emplace_back(*name);
  }
  return names;
}

}  // namespace stunt::scenarios
