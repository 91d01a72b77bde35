// SPDX-License-Identifier: MIT
#include "recorder/formats/read_parts.h"

#include <algorithm>

#include "recorder/redaction/encodings.h"

namespace stunt::recorder {
namespace {

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

}  // namespace

void read_url(std::string_view url, http::Request& request) {
  if (const auto scheme = url.find("://"); scheme != url.npos && scheme < url.find_first_of("/?")) {
    url.remove_prefix(scheme + 3);
    url.remove_prefix(std::min(url.find_first_of("/?"), url.size()));
  }
  url = url.substr(0, url.find('#'));
  const auto question = url.find('?');
  request.path = std::string(url.substr(0, question));
  if (question != url.npos) request.query = std::string(url.substr(question + 1));
  if (request.path.empty()) request.path = "/";
}

int read_status(const Fields& fields, const char* name) {
  const auto status = fields.count(name);
  if (status < 100 || status > 599) fields.refuse(name, "a status from 100 to 599");
  return static_cast<int>(status);
}

http::Headers read_header_map(const Fields& fields, const char* name) {
  http::Headers headers;
  const auto* map = fields.member(name);
  if (!map) return headers;
  if (!map->is_object()) fields.refuse(name, "an object of headers");
  const auto place = fields.pointer(name);
  const auto add = [&](const std::string& field, const aws::Json& value) {
    if (!value.is_string()) throw BadLine(place + " has a value that is no text");
    add_header(headers, field, value.get<std::string>(), place);
  };
  for (const auto& [field, value] : map->items()) {
    if (!value.is_array()) {
      add(field, value);
      continue;
    }
    for (const auto& one : value) add(field, one);
  }
  return headers;
}

void add_header(http::Headers& headers, const std::string& name, const std::string& value,
                const std::string& place) {
  if (name.empty() || std::any_of(name.begin(), name.end(), is_control) ||
      std::any_of(value.begin(), value.end(), is_control)) {
    throw BadLine(place + " is not a header: a name is missing, or there is a control character");
  }
  headers.add(name, value);
}

std::string read_base64_text(const Fields& fields, const char* name) {
  auto text = fields.text(name);
  // Ruby breaks it into lines.
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == ' '; });
  auto bytes = decode_base64(text);
  if (!bytes) fields.refuse(name, "base64");
  return std::move(*bytes);
}

}  // namespace stunt::recorder
