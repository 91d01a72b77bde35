// SPDX-License-Identifier: MIT
#include "harness/admin.h"

#include <gtest/gtest.h>

namespace stunt::harness {
namespace {

const Admin kAdmin([] { return aws::Json{{"status", "ok"}}; });

http::Reply answer(std::string method, std::string path) {
  http::Request request;
  request.method = std::move(method);
  request.path = std::move(path);
  return kAdmin.answer(std::move(request), {})->reply();
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

}  // namespace
}  // namespace stunt::harness
