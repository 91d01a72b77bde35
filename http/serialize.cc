// SPDX-License-Identifier: MIT
#include "http/serialize.h"

namespace stunt::http {
namespace {

void append_fields(std::string& bytes, const Reply& reply) {
  bytes.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
  bytes.append(reason_phrase(reply.status)).append("\r\n");
  for (const auto& [name, value] : reply.headers) {
    bytes.append(name).append(": ").append(value).append("\r\n");
  }
}

void append_connection(std::string& bytes, const Framing& framing) {
  if (framing.close) {
    bytes.append("Connection: close\r\n");
  } else if (framing.http_1_0) {
    bytes.append("Connection: keep-alive\r\n");
  }
  bytes.append("\r\n");
}

}  // namespace

std::string serialize(const Reply& reply, const Framing& framing) {
  std::string bytes;
  bytes.reserve(256 + reply.body.size());
  append_head(bytes, reply, framing, reply.body.size());
  if (!framing.head_only) bytes.append(reply.body);
  return bytes;
}

void append_head(std::string& bytes, const Reply& reply, const Framing& framing,
                 std::size_t content_length) {
  append_fields(bytes, reply);
  bytes.append("Content-Length: ").append(std::to_string(content_length)).append("\r\n");
  append_connection(bytes, framing);
}

void append_stream_head(std::string& bytes, const Reply& reply, const Framing& framing) {
  append_fields(bytes, reply);
  if (!framing.http_1_0) bytes.append("Transfer-Encoding: chunked\r\n");
  append_connection(bytes, framing);
}

}  // namespace stunt::http
