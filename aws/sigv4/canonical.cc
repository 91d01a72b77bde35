// SPDX-License-Identifier: MIT
#include "aws/sigv4/canonical.h"

#include <algorithm>
#include <utility>

#include "aws/digest.h"
#include "aws/sigv4/authorization.h"
#include "aws/sigv4/percent.h"
#include "http/ascii.h"

namespace stunt::aws {
namespace {

/// What stands before the next `separator`, which is taken off the front with it.
std::string_view take_until(std::string_view& text, char separator) {
  const auto part = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

std::string canonical_path(std::string_view path) {
  std::vector<std::string_view> kept;
  const bool is_folder = path.ends_with('/');
  while (!path.empty()) {
    const auto segment = take_until(path, '/');
    if (segment == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (!segment.empty() && segment != ".") {
      kept.push_back(segment);
    }
  }
  std::string text;
  for (const auto segment : kept) text += "/" + percent_encoded(segment);
  if (is_folder || kept.empty()) text += "/";
  return text;
}

std::string canonical_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    auto value = take_until(query, '&');
    if (value.empty()) continue;
    const auto key = take_until(value, '=');
    pairs.emplace_back(percent_encoded(percent_decoded(key)),
                       percent_encoded(percent_decoded(value)));
  }
  std::sort(pairs.begin(), pairs.end());
  std::string text;
  for (const auto& [key, value] : pairs) {
    if (!text.empty()) text += "&";
    text += key + "=" + value;
  }
  return text;
}

/// Without blanks around it, and with one blank where there are several.
void append_trimmed(std::string& text, std::string_view value) {
  constexpr std::string_view kBlanks = " \t\r\n";
  bool first = true;
  while (true) {
    value.remove_prefix(std::min(value.find_first_not_of(kBlanks), value.size()));
    if (value.empty()) return;
    const auto word = value.substr(0, value.find_first_of(kBlanks));
    value.remove_prefix(word.size());
    if (!std::exchange(first, false)) text += " ";
    text += word;
  }
}

void append_header(std::string& text, const http::Headers& headers, const std::string& name) {
  text += name;
  char before = ':';
  for (const auto& [key, value] : headers) {
    if (!http::same_name(key, name)) continue;
    text += std::exchange(before, ',');
    append_trimmed(text, value);
  }
  if (before == ':') text += before;
  text += "\n";
}

}  // namespace

std::vector<std::string> header_names(std::string_view signed_headers) {
  std::vector<std::string> names;
  while (!signed_headers.empty()) {
    names.push_back(http::lower(take_until(signed_headers, ';')));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) {
    if (&name != &names.front()) text += ";";
    text += name;
  }
  return text;
}

std::string canonical_request(const http::Request& request, const std::vector<std::string>& names) {
  auto text = request.method + "\n" + canonical_path(request.path) + "\n" +
              canonical_query(request.query) + "\n";
  for (const auto& name : names) append_header(text, request.headers, name);
  return text + "\n" + joined_names(names) + "\n" + hex(sha256(request.body));
}

std::string string_to_sign(const http::Request& request, const std::vector<std::string>& names,
                           const Scope& scope, std::string_view timestamp) {
  std::string text(kSigV4);
  text.append("\n").append(timestamp).append("\n").append(credential_scope(scope, timestamp));
  return text + "\n" + hex(sha256(canonical_request(request, names)));
}

}  // namespace stunt::aws
