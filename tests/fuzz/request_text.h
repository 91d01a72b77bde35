// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "http/message.h"

namespace stunt::test {

/// A request as a seed has it: header lines, an empty line, the body. A line that begins with a
/// slash is the path and its query.
inline http::Request read_request(std::string_view text) {
  http::Request request{"POST", "/", {}, {}, {}};
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty()) break;
    const auto colon = line.find(": ");
    if (line.starts_with('/')) {
      request.path = line.substr(0, line.find('?'));
      request.query = line.substr(std::min(request.path.size() + 1, line.size()));
    } else if (colon != line.npos) {
      request.headers.add(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
    }
  }
  request.body = text;
  return request;
}

}  // namespace stunt::test
