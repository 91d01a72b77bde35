// SPDX-License-Identifier: MIT
#include "http/parser.h"

#include <pistache/http.h>

namespace stunt::http {

struct Parser::Pistache {
  explicit Pistache(std::size_t size_max) : parser(size_max) {}
  ::Pistache::Http::RequestParser parser;
};

Parser::Parser(const Limits& limits)
    : pistache_(std::make_unique<Pistache>(2 * limits.head_bytes + limits.body_bytes)) {}

Parser::~Parser() = default;

std::optional<Request> Parser::parse(Frame frame) {
  std::string message;
  message.reserve(frame.method.size() + frame.target.size() + frame.body.size() + 64);
  message.append(frame.method).append(" ").append(frame.target).append(" HTTP/1.1\r\n");
  if (!frame.body.empty()) {
    message.append("Content-Length: ").append(std::to_string(frame.body.size())).append("\r\n");
  }
  message.append("\r\n").append(frame.body);

  auto& parser = pistache_->parser;
  std::optional<Request> request;
  try {
    if (parser.feed(message.data(), message.size()) &&
        parser.parse() == ::Pistache::Http::Private::State::Done) {
      const auto& parsed = parser.request;
      request.emplace();
      request->method = ::Pistache::Http::methodString(parsed.method());
      request->path = parsed.resource();
      const auto question = frame.target.find('?');
      if (question != std::string::npos) request->query = frame.target.substr(question + 1);
      request->headers = std::move(frame.headers);
      request->body = parsed.body();
    }
  } catch (const std::exception&) {
    request.reset();
  }
  parser.reset();
  return request;
}

}  // namespace stunt::http
