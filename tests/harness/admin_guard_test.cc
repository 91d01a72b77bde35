// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <gmock/gmock.h>

#include "harness/admin/guard.h"

namespace stunt::harness::admin {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kToken = "correct-horse";

AdminSettings settings() {
  AdminSettings settings;
  settings.hosts = {"stunt.internal"};
  settings.origins = {"http://localhost:3000"};
  return settings;
}

AdminSettings with_a_token() {
  auto with = settings();
  with.token = kToken;
  return with;
}

/// The status of the refusal; 0 if there is none.
int refused(const Guard& guard, http::Headers headers, const std::string& method = "GET") {
  const auto reply = guard.refuse({method, "/_stunt/v1/rules", "", std::move(headers), ""}, false);
  return reply ? reply->status : 0;
}

TEST(AdminGuard, KnowsTheHostsThatMeanThisMachine) {
  Guard guard(settings());
  guard.listening({"127.0.0.1", "::1"}, {"My-Host"});
  for (const auto* host : {"localhost", "LOCALHOST:4566", "127.0.0.1:4566", "127.3.2.1", "[::1]:80",
                           "a.localhost", "stunt.internal:4566", "my-host"}) {
    EXPECT_EQ(refused(guard, {{"Host", host}}), 0) << host;
  }
  for (const auto* host : {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example",
                           "10.0.0.1", "[2001:db8::1]", "", "127.evil", "notlocalhost", "[", "]",
                           "[::1", "[::1].evil.example", "localhost:1@evil.example", "[]"}) {
    EXPECT_EQ(refused(guard, {{"Host", host}}), 403) << host;
  }
  EXPECT_EQ(refused(guard, {}), 403) << "no Host at all";
}

TEST(AdminGuard, TakesAnyAddressWhereItListensOnAll) {
  Guard guard(with_a_token());
  guard.listening({"0.0.0.0"}, {});
  EXPECT_EQ(refused(guard, {{"Host", "10.0.0.1:4566"}}), 401) << "only the token is missing";
  EXPECT_EQ(refused(guard, {{"Host", "evil.example"}}), 403);
}

TEST(AdminGuard, LetsNoPageAskButThoseOfItsOrigins) {
  const Guard guard(settings());
  const auto from = [&](http::Headers headers) {
    headers.add("Host", "localhost");
    return refused(guard, std::move(headers));
  };
  EXPECT_EQ(from({{"Origin", "http://localhost:3000"}}), 0);
  EXPECT_EQ(from({{"Origin", "http://localhost:3000"}, {"Sec-Fetch-Site", "same-site"}}), 0);
  EXPECT_EQ(from({{"Sec-Fetch-Site", "none"}}), 0) << "typed by the user";
  for (const auto* origin : {"http://localhost:3001", "https://evil.example", "null", ""}) {
    EXPECT_EQ(from({{"Origin", origin}}), 403) << origin;
  }
  EXPECT_EQ(from({{"Sec-Fetch-Site", "Cross-Site"}}), 403);
  EXPECT_EQ(from({{"Sec-Fetch-Site", "same-site"}}), 403);
}

TEST(AdminGuard, AnswersABrowserThatAsksFirst) {
  const Guard guard(with_a_token());
  const http::Request asks{"OPTIONS",
                           "/_stunt/v1/rules",
                           "",
                           {{"Host", "localhost"},
                            {"Origin", "http://localhost:3000"},
                            {"Access-Control-Request-Method", "POST"}},
                           ""};
  EXPECT_FALSE(guard.refuse(asks, false)) << "browsers bring no token here";
  const auto reply = guard.preflight(asks);
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 204);
  EXPECT_EQ(reply->headers.get("Access-Control-Allow-Origin"), "http://localhost:3000");
  EXPECT_EQ(reply->headers.get("Vary"), "Origin");
  EXPECT_THAT(std::string(reply->headers.get("Access-Control-Allow-Methods").value_or("")),
              HasSubstr("DELETE"));
  auto no_question = asks;
  no_question.headers.remove("Access-Control-Request-Method");
  EXPECT_FALSE(guard.preflight(no_question));
  EXPECT_EQ(guard.refuse(no_question, false)->status, 401);
}

TEST(AdminGuard, SendsNoCorsHeadersUnlessAPageAsks) {
  const Guard guard(settings());
  EXPECT_TRUE(guard.headers({"GET", "/", "", {{"Host", "localhost"}}, ""}).empty());
}

TEST(AdminGuard, WantsTheWholeToken) {
  const Guard guard(with_a_token());
  const auto with = [&](std::string authorization) {
    return refused(guard, {{"Host", "localhost"}, {"Authorization", std::move(authorization)}});
  };
  EXPECT_EQ(with("Bearer correct-horse"), 0);
  EXPECT_EQ(with("bearer  correct-horse"), 0);
  for (const auto* wrong : {"", "Bearer", "Bearer ", "Bearer correct-hors", "Bearer correct-horse2",
                            "Basic correct-horse", "correct-horse", "Bearer CORRECT-HORSE"}) {
    EXPECT_EQ(with(wrong), 401) << wrong;
  }
  EXPECT_FALSE(guard.refuse({"GET", "/", "", {{"Host", "localhost"}}, ""}, true)) << "open";
}

TEST(AdminGuard, ReadsATokenFromAFile) {
  const auto path = std::filesystem::path(testing::TempDir()) / "stunt-admin-token";
  const auto read = [&](const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    AdminSettings settings;
    settings.token_file = path;
    return with_token(settings).token;
  };
  EXPECT_EQ(read("abc"), "abc");
  EXPECT_EQ(read("abc\n"), "abc");
  EXPECT_EQ(read("abc\r\n"), "abc");
  for (const auto* wrong : {"", "\n", "se cret\n", "secret\nmore\n", "secr\xc3\xa9t"}) {
    try {
      read(wrong);
      FAIL() << wrong;
    } catch (const std::invalid_argument& refused) {
      EXPECT_THAT(refused.what(), HasSubstr("--admin-token-file"));
      EXPECT_THAT(refused.what(), Not(HasSubstr("secr")));
    }
  }
  std::filesystem::remove(path);
  AdminSettings settings;
  settings.token_file = path;
  EXPECT_THROW(with_token(settings), std::invalid_argument) << "no such file";
}

}  // namespace
}  // namespace stunt::harness::admin
