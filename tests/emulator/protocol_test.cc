// SPDX-License-Identifier: MIT
#include <set>

#include "emulator/model/secrets_manager.h"
#include "emulator/operations/list.h"
#include "service.h"

namespace stunt::test {
namespace {

class Protocol : public Emulator {};

TEST_F(Protocol, AnswersWithTheHeadersOfAws) {
  const auto heard = service.create("a");
  EXPECT_EQ(heard.reply.status, 200);
  EXPECT_EQ(heard.reply.headers.get("Content-Type"), "application/x-amz-json-1.1");
  EXPECT_EQ(heard.reply.headers.get("Date"), "Thu, 01 Jan 2026 00:00:00 GMT");
  EXPECT_EQ(heard.reply.headers.get("x-amzn-RequestId")->size(), 36u);
}

TEST_F(Protocol, WritesAModelledErrorAsTypeAndMessage) {
  const auto heard = service.get("none");
  EXPECT_EQ(heard.reply.status, 400);
  EXPECT_EQ(heard.reply.body, R"({"__type":"ResourceNotFoundException",)"
                              R"("Message":"Secrets Manager can't find the specified secret."})");
  EXPECT_TRUE(heard.reply.headers.get("x-amzn-RequestId"));
  EXPECT_FALSE(heard.reply.headers.get("x-amzn-ErrorType"));
}

TEST_F(Protocol, WritesTheFrameworksErrorsWithASmallMessage) {
  EXPECT_TRUE(service.get("").body.contains("message"));
  EXPECT_FALSE(service.get("").body.contains("Message"));
}

TEST_F(Protocol, KnowsNoOtherOperations) {
  const auto heard = service.call("EatSecret", {{"SecretId", "a"}});
  EXPECT_EQ(heard.reply.status, 400);
  EXPECT_EQ(heard.reply.body, R"({"__type":"UnknownOperationException"})");
  EXPECT_FALSE(heard.applied.has_value());
}

TEST_F(Protocol, KnowsNoOtherServicesAndNothingWithoutATarget) {
  http::Request request{"POST", "/", "", {}, R"({"SecretId":"a"})"};
  const auto error = [&] {
    return service.answer(aws::read_call(request, emulator::secrets_manager())).error();
  };
  EXPECT_EQ(error(), "400 UnknownOperationException");
  for (const char* target : {"", "kms.Encrypt", "kms.GetSecretValue", "GetSecretValue",
                             "secretsmanager.", "secretsmanager.getsecretvalue"}) {
    request.headers.set("X-Amz-Target", target);
    EXPECT_EQ(error(), "400 UnknownOperationException") << target;
  }
}

TEST_F(Protocol, HasTheOperationsOfTheModelAndNoOthers) {
  std::set<std::string_view> there, wanted;
  for (const auto& operation : emulator::operations()) there.insert(operation.name);
  for (const auto& operation : emulator::secrets_manager().operations) {
    wanted.insert(operation.name);
  }
  EXPECT_EQ(there, wanted);
}

TEST_F(Protocol, RefusesWhatIsNoJsonObject) {
  for (const char* body : {"{", "[]", "7", "null", "SecretId=a", "{\"SecretId\":\"\xff\"}"}) {
    EXPECT_EQ(service.post("GetSecretValue", body).error(), "400 SerializationException") << body;
  }
}

TEST_F(Protocol, TakesNoBodyForAnEmptyObject) {
  EXPECT_EQ(service.post("ListSecrets", "").error(), "ok");
}

TEST_F(Protocol, IgnoresMembersItDoesNotKnow) {
  service.create("a");
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}, {"Wish", 1}}).error(), "ok");
}

TEST_F(Protocol, TakesNullForAbsent) {
  service.create("a");
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionId", nullptr}}).error(),
            "ok");
}

TEST_F(Protocol, SaysWhetherAWriteWasApplied) {
  EXPECT_EQ(service.create("a").applied, true);
  EXPECT_EQ(service.create("a").applied, false);
  EXPECT_EQ(service.put("none", "x").applied, false);
  EXPECT_FALSE(service.get("a").applied.has_value());
  EXPECT_FALSE(service.describe("a").applied.has_value());
}

TEST_F(Protocol, SurvivesARegionThatIsNoText) {
  const auto heard =
      service.call_as("AKID", "\xff\"", "CreateSecret", {{"Name", "a"}, {"Description", "d"}});
  EXPECT_EQ(heard.error(), "ok");
}

}  // namespace
}  // namespace stunt::test
