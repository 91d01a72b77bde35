// SPDX-License-Identifier: MIT
#include "http/parser.h"

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

Frame frame(std::string method, std::string target, std::string body = {}) {
  Frame frame;
  frame.method = std::move(method);
  frame.target = std::move(target);
  frame.body = std::move(body);
  return frame;
}

TEST(Parser, TakesAPostApart) {
  Parser parser(Limits{});
  auto sent = frame("POST", "/a/b?x=%20&y", "{\"a\":1}");
  sent.headers.add("Accept", "text/html, *; q=.2");
  const auto request = parser.parse(std::move(sent));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->method, "POST");
  EXPECT_EQ(request->path, "/a/b");
  EXPECT_EQ(request->query, "x=%20&y");
  EXPECT_EQ(request->body, "{\"a\":1}");
  EXPECT_EQ(request->headers.get("accept"), "text/html, *; q=.2");
}

TEST(Parser, IsAsNewAfterEveryRequest) {
  Parser parser(Limits{});
  EXPECT_EQ(parser.parse(frame("POST", "/", "first"))->body, "first");
  EXPECT_EQ(parser.parse(frame("GET", "/"))->body, "");
  EXPECT_EQ(parser.parse(frame("POST", "/", "second"))->body, "second");
}

TEST(Parser, TakesTheLargestBodyThatTheLimitsAllow) {
  const Limits limits;
  Parser parser(limits);
  const std::string body(limits.body_bytes, 'b');
  EXPECT_EQ(parser.parse(frame("POST", "/", body))->body.size(), body.size());
}

}  // namespace
}  // namespace stunt::http
