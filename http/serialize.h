// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "http/message.h"

namespace stunt::http {

/// What the transport adds to a reply, because only it knows.
struct Framing {
  bool close = false;      ///< say "Connection: close"
  bool http_1_0 = false;   ///< a kept connection must be told so to an HTTP/1.0 client
  bool head_only = false;  ///< the answer to HEAD: the length, but not the body
};

/// The bytes of an answer: status line, the reply's headers as they stand, Content-Length,
/// Connection where needed, body.
std::string serialize(const Reply& reply, const Framing& framing);

/// The same without the body, and with a Content-Length that need not be the body's.
void append_head(std::string& bytes, const Reply& reply, const Framing& framing,
                 std::size_t content_length);

/// The same for a body whose length nobody knows yet: it comes in chunks, to an HTTP/1.0 client
/// until the connection closes.
void append_stream_head(std::string& bytes, const Reply& reply, const Framing& framing);

}  // namespace stunt::http
