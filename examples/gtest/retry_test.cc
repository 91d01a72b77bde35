// SPDX-License-Identifier: MIT
//
// What goes wrong, and what is expected of the client. The client here is curl, in a loop;
// yours is the code that you test, given Endpoint(), AccessKeyId() and
// SecretAccessKey().
#include <stunt/gtest.h>

namespace {

using namespace stunt;
using namespace stunt::match;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::Each;
using testing::SizeIs;

class Retries : public stunt::Test {
 protected:
  /// One call, tried three times, as an SDK would: with the same id, and a wait in between.
  int call(const std::string& operation, const std::string& body) {
    return Run({"sh", "-c", R"(
      for attempt in 1 2 3; do
        curl -sS -o /dev/null --fail "$STUNT_ENDPOINT" -d "$2" \
          -H "X-Amz-Target: secretsmanager.$1" \
          -H "amz-sdk-invocation-id: $$" -H "amz-sdk-request: attempt=$attempt; max=3" && exit 0
        sleep 0.1
      done 2> /dev/null
      exit 1)",
                "client", operation, body});
  }
};

constexpr const char* kCreate =
    R"({"Name": "prod/db", "SecretString": "v1",
        "ClientRequestToken": "00000000-0000-4000-8000-000000000001"})";

TEST_F(Retries, ALostCreateIsTriedAgainWithTheSameToken) {
  On(Op("CreateSecret")).AfterApply().Reset().Once();
  EXPECT_CALLS(Op("CreateSecret")).Times(2);
  EXPECT_EQ(call("CreateSecret", kCreate), 0);
  EXPECT_THAT(Transcript(Op("CreateSecret")),
              AllOf(SameToken(), SameInvocation(), AttemptsAre(1, 2)));
  EXPECT_THAT(Secret("prod/db"), AllOf(HasVersions(SizeIs(1)), HasValue("v1")));
}

TEST_F(Retries, AHintIsHonoured) {
  Call("CreateSecret", kCreate);
  On(Op("GetSecretValue")).Error("ThrottlingException").RetryAfter(50ms).Once();
  EXPECT_EQ(call("GetSecretValue", R"({"SecretId": "prod/db"})"), 0);
  EXPECT_THAT(Transcript(Outcome::throttled), Each(HonoursRetryAfter()));
}

TEST_F(Retries, ChanceIsTheSameWithTheSameSeed) {
  SCOPED_SEED(7);
  On(Op("ListSecrets")).Error("InternalServiceError").Probability(0.3);
  EXPECT_CALLS(Op("ListSecrets")).Times(20);
  for (int i = 0; i < 20; ++i) Call("ListSecrets", "{}");
}

}  // namespace
