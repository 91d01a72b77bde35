// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class Idempotency : public Emulator {
 protected:
  Heard create(const char* value, int number) {
    return service.call(
        "CreateSecret",
        {{"Name", "a"}, {"SecretString", value}, {"ClientRequestToken", token(number)}});
  }

  Heard write(const char* operation, const char* value, int number) {
    return service.call(
        operation,
        {{"SecretId", "a"}, {"SecretString", value}, {"ClientRequestToken", token(number)}});
  }

  std::string token_used(int number) {
    return "400 ResourceExistsException: You can't use ClientRequestToken " + token(number) +
           " because that value is already in use for a version of secret " +
           service.describe("a")["ARN"].get<std::string>() + ".";
  }
};

TEST_F(Idempotency, CreateSecretAnswersARetryAsBefore) {
  const auto first = create("one", 1);
  service.clock.advance(5s);
  const auto again = create("one", 1);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(first.applied, true);
  EXPECT_EQ(again.applied, false);
}

TEST_F(Idempotency, CreateSecretTellsATokenForAnotherValueFromATakenName) {
  create("one", 1);
  EXPECT_EQ(create("two", 1).error(), token_used(1));
  EXPECT_EQ(create("one", 2).error(),
            "400 ResourceExistsException: The operation failed because the secret a already "
            "exists.");
}

TEST_F(Idempotency, CreateSecretAnswersARetryAlsoWhenTheSecretHasMovedOn) {
  const auto first = create("one", 1);
  write("PutSecretValue", "two", 2);
  EXPECT_EQ(create("one", 1).body, first.body);
  EXPECT_EQ(service.get("a")["SecretString"], "two");
}

TEST_F(Idempotency, WritesAnswerARetryAndMakeNoVersion) {
  for (const char* operation : {"PutSecretValue", "UpdateSecret"}) {
    service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
    create("one", 1);
    const auto first = write(operation, "two", 2);
    const auto stages = service.stages("a");
    const auto changed = service.describe("a")["LastChangedDate"];
    service.clock.advance(5s);
    const auto again = write(operation, "two", 2);
    EXPECT_EQ(again.body, first.body) << operation;
    EXPECT_EQ(again.applied, false) << operation;
    EXPECT_EQ(service.stages("a"), stages) << operation;
    EXPECT_EQ(service.describe("a")["LastChangedDate"], changed) << operation;
  }
}

TEST_F(Idempotency, WritesRefuseATokenThatStandsForAnotherValue) {
  create("one", 1);
  for (const char* operation : {"PutSecretValue", "UpdateSecret"}) {
    EXPECT_EQ(write(operation, "two", 1).error(), token_used(1)) << operation;
  }
  EXPECT_EQ(service.get("a")["SecretString"], "one");
}

TEST_F(Idempotency, TellsATextFromTheSameBytes) {
  create("x", 1);
  EXPECT_EQ(
      service
          .call("PutSecretValue",
                {{"SecretId", "a"}, {"SecretBinary", "eA=="}, {"ClientRequestToken", token(1)}})
          .error(),
      token_used(1));
}

TEST_F(Idempotency, ARetryDoesNotBringOldLabelsBack) {
  create("one", 1);
  write("PutSecretValue", "two", 2);
  const auto again = write("PutSecretValue", "one", 1);
  EXPECT_EQ(again["VersionStages"], Json::array({"AWSPREVIOUS"}));
  EXPECT_EQ(service.get("a")["SecretString"], "two");
}

}  // namespace
}  // namespace stunt::test
