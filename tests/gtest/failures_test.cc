// SPDX-License-Identifier: MIT
//
// What people read when a test fails, to the letter.
#include "inner_test.h"

namespace stunt {
namespace {

using namespace stunt::match;
using namespace std::chrono_literals;
using test::expect_golden;
using test::failures_of;
using test::Inner;

/// Secrets that no text may show.
constexpr const char* kCreate = R"({"Name": "prod/db", "SecretString": "hunter22",
                                    "ClientRequestToken": "11111111-1111-4111-8111-111111111111"})";
constexpr const char* kPut = R"({"SecretId": "prod/db", "SecretString": "hunter22!"})";
constexpr const char* kRead = R"({"SecretId": "prod/db"})";

struct Busy : Inner {
  void work() {
    Call("CreateSecret", kCreate, {{"amz-sdk-request", "attempt=1"}});
    Call("GetSecretValue", kRead);
    Call("GetSecretValue", R"({"SecretId": "prod/other"})");
    Call("PutSecretValue", kPut);
  }
};

struct TooFew : Busy {
  void Body() override {
    EXPECT_CALLS(Op("GetSecretValue"), SecretId("prod/db"), Outcome::ok).Times(testing::AtLeast(2));
    work();
  }
};

TEST(Failures, TooFewCalls) { expect_golden(failures_of<TooFew>(), "too_few"); }

struct AtItsLine : Inner {
  void Body() override {
    line = __LINE__ + 1;
    EXPECT_CALLS(Op("CreateSecret"));
  }
  static inline int line = 0;
};

TEST(Failures, StandAtTheLineOfTheExpectation) {
  testing::TestPartResultArray failures;
  {
    const testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    AtItsLine inner;
    inner.Body();
    inner.TearDown();
  }
  ASSERT_EQ(failures.size(), 1);
  EXPECT_EQ(failures.GetTestPartResult(0).line_number(), AtItsLine::line);
  EXPECT_STREQ(failures.GetTestPartResult(0).file_name(), __FILE__);
}

struct None : Inner {
  void Body() override { EXPECT_CALLS(Op("CreateSecret")); }
};

TEST(Failures, NobodyCalled) { expect_golden(failures_of<None>(), "none"); }

struct TooMany : Busy {
  void Body() override {
    EXPECT_CALLS(Op("GetSecretValue")).Times(testing::AtMost(1));
    EXPECT_CALLS(Op("PutSecretValue")).Times(0);
    work();
  }
};

TEST(Failures, TooManyCalls) { expect_golden(failures_of<TooMany>(), "too_many"); }

struct AnotherBody : Busy {
  void Body() override {
    EXPECT_CALLS(Op("PutSecretValue").WithBody(R"({"SecretString": "hunter22"})"));
    EXPECT_CALLS(
        Op("PutSecretValue"),
        Calls().where("bodyPointer", R"({"/SecretString": "hunter22", "/SecretId": "*"})"));
    work();
  }
};

TEST(Failures, ABodyThatDiffersIsNotShown) {
  expect_golden(failures_of<AnotherBody>(), "another_body");
}

struct OutOfOrder : Busy {
  void Body() override {
    stunt::InSequence sequence;
    EXPECT_CALLS(Op("PutSecretValue"));
    EXPECT_CALLS(Op("GetSecretValue"));
    work();
  }
};

TEST(Failures, CallsOutOfOrder) { expect_golden(failures_of<OutOfOrder>(), "out_of_order"); }

struct OneTooMany : Busy {
  void Body() override {
    stunt::InSequence sequence;
    EXPECT_CALLS(Op("CreateSecret"));
    EXPECT_CALLS(Op("GetSecretValue")).Times(1);
    work();
  }
};

TEST(Failures, ASequenceThatGoesOnTooLong) {
  expect_golden(failures_of<OneTooMany>(), "one_too_many");
}

struct OutOfStep : Busy {
  void Body() override {
    stunt::InSequence sequence;
    EXPECT_CALLS(Op("CreateSecret"));
    EXPECT_CALLS(Op("PutSecretValue"));
    EXPECT_CALLS(Op("GetSecretValue"), SecretId("prod/none"));
    work();
  }
};

TEST(Failures, ASequenceThatIsNotEnded) { expect_golden(failures_of<OutOfStep>(), "out_of_step"); }

struct IdleRule : Busy {
  void Body() override {
    On(Op("GetSecretValue"), SecretId("prod/none")).Named("outage").Error("InternalServiceError");
    On(Op("GetSecretValue")).Named("third").Nth(3).Reset();
    work();
  }
};

TEST(Failures, RulesThatNeverActed) { expect_golden(failures_of<IdleRule>(), "idle_rule"); }

/// As a fixture whose TearDown() does not call the one of stunt::Test.
struct Forgetful : Inner {
  void Body() override { EXPECT_CALLS(Op("CreateSecret")); }
  void TearDown() override {}
};

TEST(Failures, ATearDownThatForgetsToJudge) {
  expect_golden(failures_of<Forgetful>(), "forgetful");
}

struct TooLate : Inner {
  void Body() override {
    Endpoint();
    try {
      SCOPED_SEED(7);
    } catch (const std::logic_error& late) {
      ADD_FAILURE() << late.what();
    }
  }
};

TEST(Failures, ASeedThatComesTooLate) { expect_golden(failures_of<TooLate>(), "too_late"); }

struct WrongTranscript : Busy {
  void Body() override {
    work();
    EXPECT_THAT(Transcript(), AttemptsAre(1, 2));
    EXPECT_THAT(Transcript(Op("*t*Secret*")), SameToken());
    EXPECT_THAT(Transcript(Op("GetSecretValue")), SameInvocation());
    EXPECT_THAT(Transcript(Op("GetSecretValue")), testing::Each(Ended(Outcome::ok)));
    EXPECT_THAT(Transcript(Op("RotateSecret")), SameToken());
  }
};

TEST(Failures, ATranscriptThatIsNotAsExpected) {
  expect_golden(failures_of<WrongTranscript>(), "transcript");
}

struct WrongRetries : Inner {
  void Body() override {
    On(Op("ListSecrets")).Named("storm").Error("ThrottlingException").RetryAfter(1h).First(3);
    for (int i = 1; i <= 4; ++i) {
      Call("ListSecrets", "{}",
           {{"amz-sdk-invocation-id", "i-1"}, {"amz-sdk-request", "attempt=" + std::to_string(i)}});
    }
    EXPECT_THAT(Transcript(), RetriesFollow(AwsStandard_2_1{}.Slack(1s)));
    EXPECT_THAT(Transcript(), HonoursRetryAfter());
  }
};

TEST(Failures, RetriesThatAreNotAsExpected) {
  expect_golden(failures_of<WrongRetries>(), "retries");
}

struct WrongSecret : Busy {
  void Body() override {
    work();
    const auto secret = Secret("prod/db");
    EXPECT_THAT(secret, HasStages("AWSCURRENT"));
    EXPECT_THAT(secret, HasValue("hunter22"));
    EXPECT_THAT(Secret("prod/none"), Exists());
    const Value other("hunter22");
    EXPECT_EQ(secret.value, other);
  }
};

TEST(Failures, ASecretThatIsNotAsExpected) {
  // The version that PutSecretValue made has an id of the emulator's.
  const std::regex id("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  expect_golden(std::regex_replace(failures_of<WrongSecret>(), id, "ID"), "secret");
}

struct InVain : Busy {
  void Body() override {
    work();
    EXPECT_TRUE(Await(Op("GetSecretValue"), 3, 1ms));
  }
};

TEST(Failures, CallsThatDidNotComeInTime) { expect_golden(failures_of<InVain>(), "await"); }

struct Mistaken : Inner {
  void Body() override {
    EXPECT_CALLS(Op("GetSecretValu"));
    EXPECT_CALLS(Op("ListSecrets"), SecretId("prod/db"));
  }
};

TEST(Failures, AnExpectationThatCannotBeMet) { expect_golden(failures_of<Mistaken>(), "mistaken"); }

}  // namespace
}  // namespace stunt
