// SPDX-License-Identifier: MIT
#include "harness/scopes.h"

#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>

#include "emulator/model/secrets_manager.h"
#include "play.h"
#include "scenarios/load.h"

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

scenarios::Script declared(const std::string& name, std::vector<std::string> keys = {}) {
  scenarios::Script script;
  script.scope = scenarios::ScopeName{.name = name, .access_key_ids = std::move(keys)};
  return script;
}

TEST_F(Scopes, ComeWhileTheServerServes) {
  stage_->declare(declared("green", {"AKIAGREEN"}));
  ask("CreateSecret", kCreate, "/s/green");
  EXPECT_THAT(ask("GetSecretValue", kRead, "/", "AKIAGREEN"), HasSubstr("200 OK"));
  EXPECT_THAT(ask("GetSecretValue", kRead), HasSubstr("ResourceNotFoundException"));
  EXPECT_THAT(stage_->scopes().names(), ElementsAre("default", "blue", "red", "green"));
}

TEST_F(Scopes, ComeWithANameAndKeysOfTheirOwn) {
  EXPECT_THROW(stage_->declare(declared("blue")), std::invalid_argument);
  EXPECT_THROW(stage_->declare(declared("green", {"AKIANEW", "AKIASKY"})), std::invalid_argument);
  EXPECT_FALSE(stage_->scopes().find("green"));
  EXPECT_THAT(ask("ListSecrets", "{}", "/", "AKIANEW"), HasSubstr("200 OK"));
}

TEST_F(Scopes, LeaveAndAreFoundNoMore) {
  const std::weak_ptr<harness::Scope> blue = stage_->scopes().find("blue");
  EXPECT_TRUE(stage_->remove("blue"));
  EXPECT_TRUE(blue.expired());
  EXPECT_THAT(ask("ListSecrets", "{}", "/s/blue"), HasSubstr("No scope answers"));
  EXPECT_FALSE(stage_->remove("blue"));
  EXPECT_FALSE(stage_->remove("default"));
}

TEST_F(Scopes, StayWholeUntilTheirLastCallHasEnded) {
  auto script = declared("green");
  script.rules = scenarios::load_text(
                     "version: 1\nscenario: t\nrules: [{ id: slow, then: { delay: 200ms } }]\n",
                     "t", emulator::secrets_manager())
                     .rules;
  auto& journal = stage_->declare(std::move(script))->journal();
  std::string answer;
  std::thread client([&] { answer = ask("ListSecrets", "{}", "/s/green"); });
  EXPECT_TRUE(journal.wait_for({}, 1, std::chrono::seconds(30)));
  EXPECT_TRUE(stage_->remove("green"));
  client.join();
  EXPECT_THAT(answer, HasSubstr("200 OK"));
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
