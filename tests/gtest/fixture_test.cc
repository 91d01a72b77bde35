// SPDX-License-Identifier: MIT
#include <thread>

#include "stunt/gtest.h"

namespace stunt {
namespace {

using namespace stunt::match;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::AtLeast;
using testing::Between;
using testing::Each;
using testing::ElementsAre;
using testing::Exactly;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kCreate =
    R"({"Name": "prod/db", "SecretString": "hunter22",
        "ClientRequestToken": "11111111-1111-4111-8111-111111111111"})";
constexpr const char* kRead = R"({"SecretId": "prod/db"})";

Headers attempt(int number, const std::string& invocation = "i-1") {
  return {{"amz-sdk-invocation-id", invocation},
          {"amz-sdk-request", "attempt=" + std::to_string(number) + "; max=3"}};
}

class Fixture : public stunt::Test {};

TEST_F(Fixture, SeesALostCreateTriedAgain) {
  On(Op("CreateSecret"), Attempt(1)).AfterApply().Reset().Once();
  EXPECT_CALLS(Op("CreateSecret")).Times(2);
  EXPECT_CALLS(Op("CreateSecret"), Outcome::ok);
  EXPECT_FALSE(Call("CreateSecret", kCreate, attempt(1)).arrived());
  EXPECT_TRUE(Call("CreateSecret", kCreate, attempt(2)).ok());
  EXPECT_THAT(Transcript(Op("CreateSecret")),
              AllOf(SameToken(), SameInvocation(), AttemptsAre(1, 2)));
  EXPECT_THAT(Secret("prod/db"), AllOf(Exists(), HasVersions(SizeIs(1)), HasStages("AWSCURRENT"),
                                       HasValue("hunter22"), Not(HasValue("other"))));
}

TEST_F(Fixture, StartsEachTestEmpty) {
  EXPECT_THAT(Transcript(), IsEmpty());
  EXPECT_FALSE(Secret("prod/db").exists);
}

TEST_F(Fixture, CountsWithGoogleMocksCardinalities) {
  EXPECT_CALLS(Op("ListSecrets"));
  EXPECT_CALLS(Op("ListSecrets")).Times(Exactly(3));
  EXPECT_CALLS(Op("ListSecrets")).Times(Between(2, 4));
  EXPECT_CALLS(Op("ListSecrets")).Times(AtLeast(2));
  EXPECT_CALLS(Op("GetSecretValue")).Times(0);
  for (int i = 0; i < 3; ++i) Call("ListSecrets", "{}");
}

TEST_F(Fixture, TakesCallsInSequence) {
  {
    stunt::InSequence sequence;
    EXPECT_CALLS(Op("CreateSecret"));
    EXPECT_CALLS(Op("PutSecretValue")).Times(2).WithBody(R"({"SecretId": "prod/db"})");
    EXPECT_CALLS(Op("GetSecretValue"));
  }
  EXPECT_CALLS(Op("ListSecrets"));
  Call("CreateSecret", kCreate);
  Call("PutSecretValue", R"({"SecretId": "prod/db", "SecretString": "a"})");
  Call("ListSecrets", "{}");
  Call("PutSecretValue", R"({"SecretId": "prod/db", "SecretString": "b"})");
  Call("GetSecretValue", kRead);
}

TEST_F(Fixture, AwaitsCallsOfOthers) {
  std::thread client([&] { Call("ListSecrets", "{}"); });
  EXPECT_TRUE(Await(Op("ListSecrets"), 1, 10s));
  EXPECT_TRUE(Await(Op("ListSecrets"), AtLeast(1), 10s));
  client.join();
  EXPECT_TRUE(Await(All(Op("ListSecrets"), Outcome::ok), 1, 10s));
  EXPECT_FALSE(Await(Op("ListSecrets"), 2, 1ms));
}

TEST_F(Fixture, TakesExpectationsFromAnyThread) {
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      for (int k = 0; k < 50; ++k) EXPECT_CALLS(Op("ListSecrets"));
    });
  }
  for (auto& client : clients) client.join();
  EXPECT_CALLS().Times(1);
  Call("ListSecrets", "{}");
}

TEST_F(Fixture, MovesAVirtualClock) {
  UseVirtualClock();
  Call("CreateSecret", kCreate);
  Call("DeleteSecret", R"({"SecretId": "prod/db", "RecoveryWindowInDays": 7})");
  EXPECT_THAT(Secret("prod/db"), Not(Exists()));
  Clock().Advance(8 * 24h);
  EXPECT_FALSE(Secret("prod/db").exists);
}

TEST_F(Fixture, GivesTheSameIdsForTheSameSeed) {
  SCOPED_SEED(42);
  EXPECT_THROW(UseSeed((World(), 43)), std::logic_error);
  if (!std::getenv("STUNT_SEED") && GTEST_FLAG_GET(random_seed) == 0) {
    EXPECT_EQ(World().seed(), 42u);
  }
}

TEST_F(Fixture, IsAClientsEnvironment) {
  EXPECT_CALLS(Op("ListSecrets"), match::AccessKeyId(World().access_key_id())).Times(0);
  EXPECT_CALLS(Op("ListSecrets"));
  const auto curl =
      "curl -sS -o /dev/null \"$AWS_ENDPOINT_URL_SECRETS_MANAGER\" -d '{}' "
      "-H 'X-Amz-Target: secretsmanager.ListSecrets'";
  EXPECT_EQ(Run({"sh", "-c", curl}), 0);
}

TEST_F(Fixture, KnowsHowACallEndedWhoseAnswerWasRead) {
  On(Op("ListSecrets")).Error("ThrottlingException").RetryAfter(1ms).Times(5);
  for (int i = 0; i < 5; ++i) {
    Run({"sh", "-c",
         "curl -sS -o /dev/null $STUNT_ENDPOINT -d '{}' -H 'X-Amz-Target: "
         "secretsmanager.ListSecrets'"});
    ASSERT_THAT(Transcript(Outcome::throttled), SizeIs(i + 1));
  }
}

TEST_F(Fixture, KnowsThatAClientGaveUp) {
  On(Op("ListSecrets")).Hang();
  EXPECT_CALLS(Ended(Outcome::timeout));
  Run({"sh", "-c",
       "curl -s -o /dev/null --max-time 0.1 $STUNT_ENDPOINT -d '{}' -H 'X-Amz-Target: "
       "secretsmanager.ListSecrets'"});
}

TEST_F(Fixture, LetsARuleLookBack) {
  Call("CreateSecret", kCreate);
  Call("PutSecretValue", R"({"SecretId": "prod/db", "SecretString": "second"})");
  On(Op("GetSecretValue")).Stale(1).Once();
  EXPECT_THAT(Call("GetSecretValue", kRead).body, HasSubstr("hunter22"));
  EXPECT_THAT(Call("GetSecretValue", kRead).body, HasSubstr("second"));
}

TEST_F(Fixture, JudgesRetriesByProfile) {
  On(Op("ListSecrets")).Error("ThrottlingException").Once();
  Call("ListSecrets", "{}", attempt(1));
  Call("ListSecrets", "{}", attempt(2));
  EXPECT_THAT(Transcript(), RetriesFollow(AwsStandard_2_0{}.Slack(2s)));
  EXPECT_THAT(Transcript(), RetriesFollow(AwsStandard_2_1{}.Slack(2s)));
  EXPECT_THAT(Transcript(), Not(RetriesFollow(AwsStandard_2_1{}.AtMost(1).Slack(2s))));
  EXPECT_THAT(Transcript(Attempt(1)), Not(RetriesFollow(AwsStandard_2_1{})));
}

TEST_F(Fixture, JudgesHints) {
  On(Op("ListSecrets")).Error("ThrottlingException").RetryAfter(1h).Once();
  Call("ListSecrets", "{}", attempt(1));
  EXPECT_THAT(Transcript(Outcome::throttled), Each(HonoursRetryAfter()));
  Call("ListSecrets", "{}", attempt(2));
  EXPECT_THAT(Transcript(Outcome::throttled), Each(Not(HonoursRetryAfter())));
  EXPECT_THAT(Transcript(), Not(HonoursRetryAfter()));
  EXPECT_THAT(Transcript(Outcome::ok), Each(Not(HonoursRetryAfter())));
}

TEST_F(Fixture, HasConditionsThatAreMatchers) {
  Call("CreateSecret", kCreate, {{"x-test", "yes"}});
  EXPECT_THAT(Transcript(), ElementsAre(AllOf(Op("Create*"), SecretId("prod/*"), Ended(Outcome::ok),
                                              HasBody(R"({"Name": "prod/db"})"),
                                              Header("x-test", "y*"), Not(Attempt(1)))));
}

TEST_F(Fixture, PlaysAScenario) {
  UseScenario("../../scenarios/library/throttled-then-fine.yaml");
  for (int i = 1; i <= 3; ++i) Call("GetSecretValue", R"({"SecretId": "app/db"})", attempt(i));
  EXPECT_THAT(Transcript(Outcome::throttled), Not(IsEmpty()));
}

TEST_F(Fixture, LetsAMockStandInForTheEngine) {
  testing::NiceMock<MockHandler> engine;
  EXPECT_CALL(engine, OnGetSecretValue)
      .WillOnce(testing::Return(Answer::Error("DecryptionFailure")))
      .WillRepeatedly(testing::Return(Answer::Ok(R"({"SecretString": "made up"})")));
  AnswerWith(engine);
  EXPECT_EQ(Call("GetSecretValue", kRead).error_code(), "DecryptionFailure");
  EXPECT_THAT(Call("GetSecretValue", kRead).body, HasSubstr("made up"));
  EXPECT_TRUE(Call("CreateSecret", kCreate).ok()) << "the engine has that";
}

TEST_F(Fixture, LeavesTheSecondMockWhereTheFirstGoes) {
  auto first = std::make_unique<testing::NiceMock<MockHandler>>();
  AnswerWith(*first);
  testing::NiceMock<MockHandler> second;
  ON_CALL(second, Handle).WillByDefault(testing::Return(Answer::Error("DecryptionFailure")));
  AnswerWith(second);
  first.reset();
  EXPECT_EQ(Call("ListSecrets", "{}").error_code(), "DecryptionFailure");
}

TEST_F(Fixture, ForgetsAMockThatIsGone) {
  {
    testing::NiceMock<MockHandler> engine;
    ON_CALL(engine, Handle).WillByDefault(testing::Return(Answer::Error("DecryptionFailure")));
    AnswerWith(engine);
    EXPECT_FALSE(Call("ListSecrets", "{}").ok());
  }
  EXPECT_TRUE(Call("ListSecrets", "{}").ok());
}

}  // namespace
}  // namespace stunt
