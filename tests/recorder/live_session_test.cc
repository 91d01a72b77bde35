// SPDX-License-Identifier: MIT
#include "recorder/drift/live_session.h"

#include <fstream>

#include <gmock/gmock.h>

#include "input/problem.h"
#include "player.h"
#include "recorder/drift/engine_answer.h"
#include "recorder/drift/known_secrets.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::create;
using test::get;
using test::got;
using test::put;
using test::Tape;
using test::vault_service;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A recorded session and the live one that repeats it.
class Repetition {
 public:
  explicit Repetition(Tape tape, KnownSecrets known = {})
      : lines_(tape.transcript().exchanges),
        session_(vault_service(), {}, std::move(known), world::Random(7)) {}

  /// The body that is sent for the recorded exchange of that index.
  Json sent(std::size_t i) {
    requests_.resize(lines_.size());
    auto request = session_.request(lines_[i]);
    if (!request) return request.error();
    requests_[i] = *request;
    return Json::parse(request->body);
  }

  /// What is different if this is answered.
  std::vector<Difference> answered(std::size_t i, const Json& body, int status = 200) {
    http::Reply reply;
    reply.status = status;
    reply.body = body.dump();
    const auto recorded = engine_answer(lines_[i]);
    return session_.answered(lines_[i], {*recorded.reply, test::act_start()}, requests_[i], reply,
                             test::act_start());
  }

  const http::Request& request(std::size_t i) const { return requests_[i]; }
  ExchangeLine& line(std::size_t i) { return lines_[i]; }

 private:
  std::vector<ExchangeLine> lines_;
  LiveSession session_;
  std::vector<http::Request> requests_;
};

TEST(LiveSession, SendsWhatWasSentWithAValueForEachSecret) {
  Repetition session(Tape()
                         .add(create("a", "recorded-1"))
                         .add(put("a", "recorded-2"))
                         .add(put("a", "recorded-1")));
  const auto first = session.sent(0);
  EXPECT_EQ(first["Name"], "a");
  EXPECT_THAT(first["SecretString"].get<std::string>(), HasSubstr("stunt-"));
  EXPECT_NE(session.sent(1)["SecretString"], first["SecretString"]);
  EXPECT_EQ(session.sent(2)["SecretString"], first["SecretString"]);
  EXPECT_EQ(session.request(0).headers.get("x-amz-target"), "secretsmanager.CreateSecret");
  EXPECT_FALSE(session.request(0).headers.get("authorization"));
}

TEST(LiveSession, TakesTheValuesThatAreGiven) {
  Repetition session(Tape().add(create("a", R"({"password":"recorded-1","port":5432})")),
                     {{1, "given"}, {2, "99"}});
  EXPECT_EQ(session.sent(0)["SecretString"], R"({"password":"given","port":99})");
}

TEST(LiveSession, RefusesAGivenValueOfAnotherKind) {
  Repetition session(Tape().add(create("a", R"({"port":5432})")), {{1, "not-a-number"}});
  try {
    session.sent(0);
    FAIL() << "it was taken";
  } catch (const std::invalid_argument& wrong) {
    EXPECT_THAT(wrong.what(), HasSubstr("{{secret:1:number}}"));
    EXPECT_THAT(wrong.what(), testing::Not(HasSubstr("not-a-number")));
  }
}

TEST(LiveSession, SendsTheValueThatTheServiceAnswered) {
  Repetition session(Tape().add(got("a", "recorded-1")).add(put("b", "recorded-1")));
  session.sent(0);
  EXPECT_THAT(session.answered(0, {{"Name", "a"}, {"SecretString", "of today"}}), IsEmpty());
  EXPECT_EQ(session.sent(1)["SecretString"], "of today");
}

TEST(LiveSession, SendsIdsOfToday) {
  const std::string then = "arn:aws:secretsmanager:us-east-1:123456789012:secret:a-a1B2c3";
  const std::string today = "arn:aws:secretsmanager:us-east-1:000000000000:secret:a-Zz9Yy8";
  Repetition session(
      Tape().add(create("a", "recorded-1").answer(200, {{"ARN", then}})).add(get(then)));
  session.sent(0);
  EXPECT_THAT(session.answered(0, {{"ARN", today}}), IsEmpty());
  EXPECT_EQ(session.sent(1)["SecretId"], today);
}

TEST(LiveSession, FindsThatASecretIsAnother) {
  Repetition session(Tape().add(create("a", "recorded-1")).add(got("a", "recorded-1")));
  const auto value = session.sent(0)["SecretString"];
  session.answered(0, Json::object());
  session.sent(1);
  EXPECT_THAT(session.answered(1, {{"Name", "a"}, {"SecretString", value}}), IsEmpty());
  const auto found = session.answered(1, {{"Name", "a"}, {"SecretString", "stale-value"}});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0],
            (Difference{Severity::data, "/SecretString", "{{secret:1}}", "{{secret:?}}"}));
}

TEST(LiveSession, SendsNothingOfWhichTooLittleIsKnown) {
  Repetition session(Tape()
                         .add(Act("GetSecretValue", Json::object()).raw_body("no json"))
                         .add(get("a").header("X-Amz-Target", "SomethingElse.Call"))
                         .add(get("a").method("GET"))
                         .add(get("a")));
  session.line(3).connection = 0;
  EXPECT_EQ(session.sent(0), "its body is not in the transcript");
  EXPECT_EQ(session.sent(1), "its operation is not in the transcript");
  EXPECT_EQ(session.sent(2), "it is no call of the service");
  EXPECT_EQ(session.sent(3), "stunt itself had sent it");
}

ExchangeLine line_of(Act act) { return Tape().add(std::move(act)).transcript().exchanges[0]; }

aws::FiredFault fault(const char* action, aws::Phase phase = aws::Phase::before) {
  aws::FiredFault fault;
  fault.rule = "r";
  fault.phase = phase;
  fault.action = action;
  return fault;
}

TEST(EngineAnswer, IsWhatWasSentUnlessAFaultHadAHandInIt) {
  EXPECT_TRUE(engine_answer(line_of(get("a"))).reply);
  EXPECT_TRUE(engine_answer(line_of(get("a").fault(fault("delay:5us")))).reply);
  const auto faulted = line_of(get("a").fault(fault("stale:1 version")));
  EXPECT_FALSE(engine_answer(faulted).reply);
  EXPECT_EQ(engine_answer(faulted).why, NoEngineAnswer::faulted);
}

TEST(EngineAnswer, IsWhatTheEngineSaidWhereAFaultReplacedThat) {
  const auto line = line_of(get("a")
                                .answer(500, {{"__type", "InternalServiceError"}})
                                .real(200, {{"Name", "a"}})
                                .fault(fault("error:InternalServiceError", aws::Phase::after)));
  ASSERT_TRUE(engine_answer(line).reply);
  EXPECT_EQ(engine_answer(line).reply->status, 200);
}

TEST(EngineAnswer, IsNoneWhereTheEngineWasNotAsked) {
  const auto line = line_of(get("a")
                                .answer(400, {{"__type", "ThrottlingException"}})
                                .fault(fault("error:ThrottlingException")));
  EXPECT_EQ(engine_answer(line).why, NoEngineAnswer::kept_away);
  EXPECT_FALSE(engine_answer(line).reply);
}

std::string problem_of(const std::string& text) {
  const auto path = test::fresh_path("secrets.json");
  std::ofstream(path) << text;
  try {
    read_known_secrets(path);
  } catch (const input::BadInput& bad) {
    return bad.what();
  }
  return "none";
}

TEST(KnownSecrets, ReadsValuesByNumber) {
  const auto path = test::fresh_path("secrets.json");
  std::ofstream(path) << R"({"1": "hunter2", "3": 5432})";
  EXPECT_EQ(read_known_secrets(path), (KnownSecrets{{1, "hunter2"}, {3, "5432"}}));
}

TEST(KnownSecrets, RefusesWhatCannotBeAndQuotesNoValue) {
  EXPECT_THAT(problem_of("[1]"), HasSubstr(":1:1: expected an object"));
  EXPECT_THAT(problem_of(R"({"secret:1": "x"})"), HasSubstr("expected the number of a pseudonym"));
  const auto twice = problem_of("{\"1\": \"hunter2\",\n\"2\": \"hunter2\"}");
  EXPECT_THAT(twice, HasSubstr(":2:"));
  EXPECT_THAT(twice, HasSubstr("the same value stands in line 1 already"));
  EXPECT_THAT(twice, testing::Not(HasSubstr("hunter2")));
}

}  // namespace
}  // namespace stunt::recorder
