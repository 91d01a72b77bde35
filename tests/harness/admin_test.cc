// SPDX-License-Identifier: MIT
#include "harness/admin.h"

#include <gtest/gtest.h>

namespace stunt::harness {
namespace {

const Admin kAdmin([] { return aws::Json{{"status", "ok"}}; });

http::Reply answer(std::string method, std::string path, std::string body = {},
                   const Admin& admin = kAdmin) {
  http::Request request;
  request.method = std::move(method);
  request.path = std::move(path);
  request.body = std::move(body);
  const auto exchange = admin.answer(std::move(request), {});
  if (exchange->shape().hold) exchange->shape().hold([] {});
  exchange->resume();
  return exchange->reply();
}

TEST(Admin, OwnsItsPrefixAndNothingElse) {
  http::Request request;
  request.path = "/_stunt/v1/health";
  EXPECT_TRUE(kAdmin.owns(request));
  for (const auto* path : {"/", "/_stunt", "/_stunts/v1", "/x/_stunt/"}) {
    request.path = path;
    EXPECT_FALSE(kAdmin.owns(request)) << path;
  }
}

TEST(Admin, AnswersHealthToGetAndHead) {
  EXPECT_EQ(answer("GET", "/_stunt/v1/health").status, 200);
  EXPECT_EQ(*aws::parse_json(answer("HEAD", "/_stunt/v1/health").body),
            aws::Json({{"status", "ok"}}));
}

TEST(Admin, SaysWhichMethodAPathAnswersTo) {
  const auto reply = answer("DELETE", "/_stunt/v1/health");
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(reply.headers.get("Allow"), "GET");
  EXPECT_EQ(reply.headers.get("Content-Type"), "application/problem+json");
}

TEST(Admin, SaysWhichPathsThereAre) {
  const auto reply = answer("GET", "/_stunt/v1/healht");
  EXPECT_EQ(reply.status, 404);
  EXPECT_NE(reply.body.find("GET /_stunt/v1/health"), std::string::npos);
}

TEST(Admin, MovesTheClockAndAnswersAfterwards) {
  world::Duration moved{0};
  const Admin admin([] { return aws::Json(); },
                    [&](world::Duration by, const std::function<void(aws::Json)>& done) {
                      moved = by;
                      done({{"now", "later"}});
                    });
  const auto reply = answer("POST", "/_stunt/v1/clock", R"({"advance": "24h"})", admin);
  EXPECT_EQ(moved, std::chrono::hours(24));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(*aws::parse_json(reply.body), aws::Json({{"now", "later"}}));
  for (const auto* bad : {"", "24h", "{}", R"({"advance": 24})", R"({"advance": "24"})",
                          R"({"advance": "1h", "by": "1h"})"}) {
    EXPECT_EQ(answer("POST", "/_stunt/v1/clock", bad, admin).status, 400) << bad;
  }
}

TEST(Admin, CannotMoveTheMachinesClock) {
  EXPECT_EQ(answer("POST", "/_stunt/v1/clock", R"({"advance": "24h"})").status, 409);
  EXPECT_EQ(answer("GET", "/_stunt/v1/clock").status, 405);
}

}  // namespace
}  // namespace stunt::harness
