// SPDX-License-Identifier: MIT
#include "harness/admin/admin.h"

#include <gmock/gmock.h>

#include "admin_play.h"

namespace stunt::harness {
namespace {

using testing::HasSubstr;
using testing::Not;

class Admin : public test::AdminPlay {};

TEST_F(Admin, AnswersHealthToGetAndHead) {
  serve();
  const auto health = admin("GET", "/_stunt/v1/health");
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(health.json["status"], "ok");
  EXPECT_EQ(admin("HEAD", "/_stunt/v1/health").status, 200);
  EXPECT_EQ(admin("GET", "/_stunt/v1/ready").json["status"], "ready");
  EXPECT_EQ(admin("GET", "/_stunt/v1/version").json["version"], health.json["version"]);
}

TEST_F(Admin, SaysWhichMethodsAPathAnswersTo) {
  serve();
  const auto answer = admin("DELETE", "/_stunt/v1/clock");
  EXPECT_EQ(answer.status, 405);
  EXPECT_THAT(answer.head, HasSubstr("Allow: GET, PUT, POST"));
  EXPECT_THAT(answer.head, HasSubstr("Content-Type: application/problem+json"));
  EXPECT_EQ(answer.json["instance"], "/_stunt/v1/clock");
}

TEST_F(Admin, SaysWhichPathWasMeant) {
  serve();
  const auto answer = admin("GET", "/_stunt/v1/healht");
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(answer.json["title"], "Not Found");
  EXPECT_EQ(answer.json["type"], "about:blank");
  EXPECT_THAT(answer.json["detail"], HasSubstr("did you mean '/_stunt/v1/health'?"));
}

TEST_F(Admin, TakesOnlyParametersThatItKnows) {
  serve("scope: { name: blue }\n");
  EXPECT_THAT(admin("GET", "/_stunt/v1/clock?scop=blue").json["detail"],
              HasSubstr("did you mean 'scope'?"));
  EXPECT_EQ(admin("GET", "/_stunt/v1/clock?scope=bl%75e").status, 200);
  const auto unknown = admin("GET", "/_stunt/v1/clock?scope=bleu");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_THAT(unknown.json["detail"], HasSubstr("did you mean 'blue'?"));
}

TEST_F(Admin, IsNeitherCountedNorStruckNorRecorded) {
  serve("rules: [{ id: all, when: { operation: '*' }, then: { error: ServiceUnavailable } }]\n");
  EXPECT_EQ(admin("GET", "/_stunt/v1/health").status, 200);
  EXPECT_EQ(admin("POST", "/_stunt/v1/nothing").status, 404);
  EXPECT_EQ(admin("GET", "/_localstack/chaos/nothing").status, 404);
  EXPECT_EQ(scope().director().counts().at(0).matched, 0u);
  EXPECT_TRUE(scope().journal().snapshot().entries.empty());
}

TEST_F(Admin, MovesTheClock) {
  settings_.deterministic = true;
  serve();
  const auto moved = admin("POST", "/_stunt/v1/clock", R"({"advance": "24h"})");
  EXPECT_EQ(moved.json["now"], "2026-01-02T00:00:00.000Z");
  EXPECT_EQ(admin("POST", "/_stunt/v1/clock/advance", R"({"by": "2d"})").json["now"],
            "2026-01-04T00:00:00.000Z");
  EXPECT_EQ(admin("PUT", "/_stunt/v1/clock", R"({"now": "2026-02-01T00:00:00Z"})").status, 200);
  const auto clock = admin("GET", "/_stunt/v1/clock");
  EXPECT_EQ(clock.json["now"], "2026-02-01T00:00:00.000Z");
  EXPECT_EQ(clock.json["virtual"], true);
  const auto back = admin("PUT", "/_stunt/v1/clock", R"({"now": "2025-01-01T00:00:00Z"})");
  EXPECT_EQ(back.status, 409);
  EXPECT_THAT(back.json["detail"], HasSubstr("time does not go back"));
  EXPECT_EQ(admin("POST", "/_stunt/v1/clock/freeze").status, 200);
  EXPECT_EQ(admin("POST", "/_stunt/v1/clock/resume").status, 409);
}

TEST_F(Admin, SaysWhereABodyIsWrong) {
  settings_.deterministic = true;
  serve();
  for (const auto* bad : {"", "24h", "{}", R"({"advance": 24})", R"({"advance": "24"})",
                          R"({"advance": "1h", "by": "1h"})", "{\"advance\": \"\xff\"}"}) {
    const auto answer = admin("POST", "/_stunt/v1/clock", bad);
    EXPECT_EQ(answer.status, 400) << bad;
    EXPECT_TRUE(answer.json.is_object()) << answer.body;
  }
  const auto answer = admin("PUT", "/_stunt/v1/clock", R"({"now": "yesterday"})");
  EXPECT_EQ(answer.json["errors"][0]["pointer"], "/now");
  EXPECT_THAT(answer.json["errors"][0]["detail"], HasSubstr("1:9: this is no time"));
}

TEST_F(Admin, CannotMoveTheMachinesClock) {
  serve();
  const auto answer = admin("POST", "/_stunt/v1/clock", R"({"advance": "24h"})");
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.json["detail"], HasSubstr("--deterministic"));
  EXPECT_EQ(admin("POST", "/_stunt/v1/clock/freeze").status, 409);
  EXPECT_EQ(admin("POST", "/_stunt/v1/clock/resume").status, 200);
  EXPECT_EQ(admin("GET", "/_stunt/v1/clock").json["virtual"], false);
}

TEST_F(Admin, MayHaveAPortOfItsOwn) {
  settings_.admin.port = 0;
  serve();
  const auto& own = stage_->admin_endpoints().front();
  EXPECT_EQ(admin_at(own, "GET", "/_stunt/v1/clock").status, 200);
  EXPECT_EQ(admin_at(own, "POST", "/", "{}").status, 404) << "no calls there";
  EXPECT_EQ(admin("GET", "/_stunt/v1/health").status, 200);
  const auto elsewhere = admin("GET", "/_stunt/v1/clock");
  EXPECT_EQ(elsewhere.status, 404);
  EXPECT_THAT(elsewhere.json["detail"], HasSubstr(own));
}

TEST_F(Admin, MayBeOff) {
  settings_.admin.enabled = false;
  serve();
  EXPECT_EQ(admin("GET", "/_stunt/v1/health").status, 200);
  const auto answer = admin("GET", "/_stunt/v1/clock");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.json["detail"], HasSubstr("--admin off"));
}

TEST_F(Admin, WantsItsTokenButForWhatTellsNothing) {
  settings_.admin.token = "t0ken-of-the-test";
  serve();
  const auto without = admin("GET", "/_stunt/v1/clock");
  EXPECT_EQ(without.status, 401);
  EXPECT_THAT(without.head, HasSubstr("WWW-Authenticate: Bearer"));
  EXPECT_THAT(without.body, Not(HasSubstr("t0ken")));
  EXPECT_EQ(admin("GET", "/_stunt/v1/nothing").status, 401) << "tells what there is";
  EXPECT_EQ(admin("GET", "/_stunt/v1/clock", "",
                  "Host: localhost\r\nAuthorization: Bearer t0ken-of-the-test\r\n")
                .status,
            200);
  for (const auto* open : {"health", "ready", "version"}) {
    EXPECT_EQ(admin("GET", std::string("/_stunt/v1/") + open).status, 200) << open;
  }
  EXPECT_FALSE(admin("GET", "/_stunt/v1/health").json.contains("seed")) << "tells too much";
}

TEST_F(Admin, IsNotOpenToOtherMachinesWithoutAToken) {
  settings_.hosts = {"0.0.0.0"};
  try {
    serve();
    FAIL() << "it serves";
  } catch (const std::invalid_argument& refused) {
    EXPECT_THAT(refused.what(), HasSubstr("--admin-token-file FILE"));
  }
  settings_.admin.enabled = false;
  serve();
  settings_.admin = {};
  settings_.admin.token = "t";
  serve();
  EXPECT_EQ(admin("GET", "/_stunt/v1/health").status, 200);
}

}  // namespace
}  // namespace stunt::harness
