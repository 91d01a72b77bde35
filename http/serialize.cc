// SPDX-License-Identifier: MIT
#include "http/serialize.h"

namespace stunt::http {

std::string serialize(const Reply& reply, const Framing& framing) {
  std::string bytes;
  bytes.reserve(256 + reply.body.size());
  append_head(bytes, reply, framing, reply.body.size());
  if (!framing.head_only) bytes.append(reply.body);
  return bytes;
}

void append_head(std::string& bytes, const Reply& reply, const Framing& framing,
                 std::size_t content_length) {
  bytes.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
  bytes.append(reason_phrase(reply.status)).append("\r\n");
  for (const auto& [name, value] : reply.headers) {
    bytes.append(name).append(": ").append(value).append("\r\n");
  }
  bytes.append("Content-Length: ").append(std::to_string(content_length)).append("\r\n");
  if (framing.close) {
    bytes.append("Connection: close\r\n");
  } else if (framing.http_1_0) {
    bytes.append("Connection: keep-alive\r\n");
  }
  bytes.append("\r\n");
}

}  // namespace stunt::http
