// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;
using test::told;

/// What becomes of a read whose rule has this `then`.
aws::Outcome struck(const std::string& then, const std::string& phase = "before") {
  Rehearsal rehearsal("- {id: a, phase: " + phase + ", then: " + then + "}");
  return rehearsal.arrive("GetSecretValue");
}

TEST(Respond, SendsJson) {
  const auto outcome = struck("{respond: {status: 200, body: {Name: x, N: [1, -1, 1.5, null]}}}");
  const auto& reply = *outcome.reply;
  EXPECT_EQ(reply.body, R"({"Name":"x","N":[1,-1,1.5,null]})");
  EXPECT_EQ(reply.headers.get("Content-Type"), "application/x-amz-json-1.1");
  EXPECT_EQ(reply.headers.get("x-amzn-RequestId")->size(), 36u);
  EXPECT_EQ(told(outcome), "before respond:200");
}

TEST(Respond, SendsTextAsItIs) {
  const auto outcome =
      struck("{respond: {status: 502, headers: {X-A: b}, body: Bad Gateway}}", "after");
  EXPECT_EQ(outcome.reply->status, 502);
  EXPECT_EQ(outcome.reply->body, "Bad Gateway");
  EXPECT_EQ(outcome.reply->headers.get("Content-Type"), "text/plain");
  EXPECT_EQ(outcome.reply->headers.get("X-A"), "b");
  EXPECT_EQ(outcome.real->status, 200);
}

TEST(Respond, SendsNothing) { EXPECT_EQ(struck("{respond: {status: 204}}").reply->body, ""); }

TEST(Patch, ChangesTheBodyAndKeepsTheEnginesAnswer) {
  const auto outcome = struck(
      "{patch: [{op: test, path: /from, value: engine}, {op: add, path: /a, value: {b: 1}},"
      " {op: move, from: /from, path: /to}]}");
  EXPECT_EQ(outcome.reply->body, R"({"a":{"b":1},"to":"engine"})");
  EXPECT_EQ(outcome.real->body, R"({"from":"engine"})");
  EXPECT_EQ(told(outcome), "before patch");
}

TEST(Patch, ThatDoesNotFitChangesNothing) {
  for (const char* patch : {"[{op: remove, path: /from}, {op: remove, path: /nowhere}]",
                            "[{op: test, path: /from, value: x}, {op: remove, path: /from}]"}) {
    const auto outcome = struck("{patch: " + std::string(patch) + "}");
    EXPECT_EQ(outcome.reply->body, R"({"from":"engine"})") << patch;
    EXPECT_FALSE(outcome.real) << patch;
    EXPECT_EQ(told(outcome), "before patch:failed") << patch;
  }
}

TEST(Patch, TestsObjectsWhateverTheirOrder) {
  Rehearsal rehearsal("- {id: a, then: {patch: [{op: test, path: /o, value: {a: 1, b: 2}}]}}");
  rehearsal.answer.body = R"({"o":{"b":2,"a":1}})";
  const auto outcome = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(told(outcome), "before patch");
  EXPECT_EQ(outcome.reply->body, R"({"o":{"b":2,"a":1}})");
}

TEST(Patch, NeedsJson) {
  Rehearsal rehearsal("- {id: a, then: {patch: [{op: remove, path: /a}], merge: {a: 1}}}");
  rehearsal.answer.body = "";
  EXPECT_EQ(told(rehearsal.arrive("TagResource")), "before patch:failed, before merge:failed");
}

TEST(Merge, ReplacesMembersAndTakesThemOut) {
  const auto outcome = struck("{merge: {from: null, a: {b: [1]}}}");
  EXPECT_EQ(outcome.reply->body, R"({"a":{"b":[1]}})");
  EXPECT_EQ(outcome.real->body, R"({"from":"engine"})");
}

TEST(Merge, ChangesAnInjectedErrorToo) {
  const auto outcome = struck("{error: {code: ThrottlingException}, merge: {message: Slow}}");
  EXPECT_EQ(outcome.reply->body, R"({"__type":"ThrottlingException","message":"Slow"})");
}

class BatchError : public testing::Test {
 protected:
  aws::Outcome struck(const std::string& settings) {
    rehearsal.emplace(
        "- {id: a, when: {operation: BatchGetSecretValue}, then: {batchError: " + settings + "}}");
    rehearsal->answer.body =
        R"({"SecretValues":[{"ARN":"arn:aws:secretsmanager:r:1:secret:a-Ab12Cd","Name":"a"},)"
        R"({"ARN":"arn:aws:secretsmanager:r:1:secret:b-Ab12Cd","Name":"b"}],"Errors":[]})";
    return rehearsal->arrive("BatchGetSecretValue", {{"SecretIdList", {"a", "b"}}});
  }

  std::optional<Rehearsal> rehearsal;
};

TEST_F(BatchError, MovesTheSecretToTheErrors) {
  const auto outcome = struck("{secretId: b, code: ResourceNotFoundException}");
  EXPECT_EQ(outcome.reply->body,
            R"({"SecretValues":[{"ARN":"arn:aws:secretsmanager:r:1:secret:a-Ab12Cd","Name":"a"}],)"
            R"("Errors":[{"SecretId":"b","ErrorCode":"ResourceNotFoundException",)"
            R"("Message":"Secrets Manager can't find the specified secret."}]})");
  EXPECT_TRUE(outcome.real);
  EXPECT_EQ(told(outcome), "before batchError:ResourceNotFoundException");
}

TEST_F(BatchError, KnowsTheSecretByItsArnToo) {
  const auto outcome = struck(
      "{secretId: 'arn:aws:secretsmanager:r:1:secret:b-Ab12Cd', code: DecryptionFailure,"
      " message: No key.}");
  const auto errors = aws::parse_json(outcome.reply->body)->at("Errors");
  EXPECT_EQ(errors.dump(),
            R"([{"SecretId":"b","ErrorCode":"DecryptionFailure","Message":"No key."}])");
}

TEST_F(BatchError, OfASecretThatIsNotThereChangesNothing) {
  const auto outcome = struck("{secretId: c, code: ResourceNotFoundException}");
  EXPECT_FALSE(outcome.real);
  EXPECT_EQ(told(outcome), "before batchError:failed");
}

}  // namespace
}  // namespace stunt::scenarios
