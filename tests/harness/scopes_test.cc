// SPDX-License-Identifier: MIT
#include "harness/scopes.h"

#include <gmock/gmock.h>

#include "play.h"

namespace stunt::harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Scopes : public test::Play {
 protected:
  void SetUp() override {
    script(
        "seed: 7\nscope: { name: blue, accessKeyIds: [AKIABLUE, AKIASKY] }\n"
        "rules: [{ id: r, when: { operation: ListSecrets, nth: 1 }, then: { error: "
        "ServiceUnavailable } }]\n");
    script("scope: { name: red }\n");
    serve();
  }
};

constexpr const char* kCreate = R"({"Name": "a", "SecretString": "v"})";
constexpr const char* kRead = R"({"SecretId": "a"})";

TEST_F(Scopes, AreWorldsOfTheirOwnReachedByPathOrKey) {
  EXPECT_THAT(stage_->scopes().names(), ElementsAre("default", "blue", "red"));
  ask("CreateSecret", kCreate, "/s/blue");
  EXPECT_THAT(ask("GetSecretValue", kRead, "/s/blue/"), HasSubstr("200 OK"));
  EXPECT_THAT(ask("GetSecretValue", kRead, "/", "AKIASKY"), HasSubstr("200 OK"));
  for (const char* elsewhere : {"/", "/s/red"}) {
    EXPECT_THAT(ask("GetSecretValue", kRead, elsewhere), HasSubstr("ResourceNotFoundException"));
  }
}

TEST_F(Scopes, ThePathSaysMoreThanTheKey) {
  ask("CreateSecret", kCreate, "/s/blue");
  EXPECT_THAT(ask("GetSecretValue", kRead, "/s/red", "AKIABLUE"),
              HasSubstr("ResourceNotFoundException"));
}

TEST_F(Scopes, HaveRulesAndCountersOfTheirOwn) {
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("200 OK"));
  EXPECT_THAT(ask("ListSecrets", "{}", "/s/red"), HasSubstr("200 OK"));
  EXPECT_THAT(ask("ListSecrets", "{}", "/s/blue"), HasSubstr("503"));
  EXPECT_THAT(ask("ListSecrets", "{}", "/s/blue"), HasSubstr("200 OK"));
  EXPECT_EQ(scope(1).director().counts().at(0).matched, 2u);
}

TEST_F(Scopes, DrawIdsOfTheirOwnFromOneSeed) {
  const auto in = [&](const char* path) {
    const auto answer = ask("CreateSecret", R"({"Name": "a"})", path);
    return answer.substr(answer.find("secret:a-"), 15);
  };
  const auto everybody = in("/"), blue = in("/s/blue"), red = in("/s/red");
  EXPECT_NE(everybody, blue);
  EXPECT_NE(everybody, red);
  EXPECT_NE(blue, red);
}

TEST_F(Scopes, AnUnknownOneIsNamedAndNotRetried) {
  const auto answer = ask("ListSecrets", "{}", "/s/green");
  EXPECT_THAT(answer, HasSubstr("400 Bad Request"));
  EXPECT_THAT(answer, HasSubstr("No scope answers to '/s/green'; there are: blue, red."));
  EXPECT_THAT(answer, Not(HasSubstr("x-amzn-RequestId")));
}

TEST(ScopesInFiles, KeysBelongToOneScope) {
  class Two : public test::Play {
   public:
    using Play::Play;
    void TestBody() override {
      script("scope: { name: one, accessKeyIds: [AKIA] }\n");
      script("scope: { name: two, accessKeyIds: [AKIA] }\n");
      serve();
    }
  };
  try {
    Two().TestBody();
    FAIL() << "the second scope has the key too";
  } catch (const input::BadInput& bad) {
    EXPECT_THAT(bad.what(), HasSubstr("the access key id 'AKIA' belongs to the scope 'one'"));
  }
}

}  // namespace
}  // namespace stunt::harness
