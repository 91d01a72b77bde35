// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "http/headers.h"

namespace stunt::http {

/// A whole request, as it was sent. `path` is the request target up to the first '?', `query`
/// what stands behind it; neither is decoded.
struct Request {
  std::string method;
  std::string path;
  std::string query;
  Headers headers;
  std::string body;
};

/// A whole answer. The transport adds Content-Length (of `body`) and, where it closes the
/// connection afterwards, Connection; every other header is sent as it stands here.
struct Reply {
  int status = 200;
  Headers headers;
  std::string body;
};

/// "OK" for 200, …; "Status" for a number that nobody registered.
const char* reason_phrase(int status);

}  // namespace stunt::http
