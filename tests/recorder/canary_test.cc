// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gtest/gtest.h>

#include "aws/base64.h"
#include "corpus.h"
#include "emulator/model/secrets_manager.h"
#include "recorder/transcript/jcs.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;

/// Has what each encoding must escape.
const std::string kCanary = "canary/\"7&?\\x+ö-BIRD";

std::string percent(const std::string& text) { return test::spellings(text)[4]; }

std::vector<std::string> forms(const std::string& secret) { return test::spellings(secret); }

void expect_silence(const std::string& text) {
  for (const auto& form : forms(kCanary)) {
    EXPECT_EQ(text.find(form), std::string::npos) << form;
  }
}

/// Records the acts, and looks for the canary.
class Canary : public testing::Test {
 protected:
  ~Canary() override {
    const auto text = tape_.text();
    EXPECT_GT(std::count(text.begin(), text.end(), '\n'), 2);
    expect_silence(text);
  }
  void record(Act act) { tape_.add(std::move(act)); }
  Act call(std::string_view operation, const Json& body) {
    return Act(operation, body, emulator::secrets_manager());
  }
  Act create(const Json& secret = kCanary) {
    return call("CreateSecret", {{"Name", "a"}, {"SecretString", secret}});
  }

  test::Tape tape_{emulator::secrets_manager()};
};

TEST(CanaryForms, AreFoundWhereTheyAre) {
  // The search itself: each form would be noticed.
  const std::string around = "xy" + kCanary + "z";
  const auto all = forms(kCanary);
  EXPECT_NE(aws::base64(kCanary).find(all[7]), std::string::npos);
  EXPECT_NE(aws::base64("x" + kCanary + "z").find(all[8]), std::string::npos);
  EXPECT_NE(aws::base64(around).find(all[9]), std::string::npos);
}

TEST_F(Canary, IsSilentInSensitiveMembers) {
  record(create());
  record(call("PutSecretValue", {{"SecretId", "a"}, {"SecretBinary", aws::base64(kCanary)}}));
  record(call("GetSecretValue", {{"SecretId", "a"}}).answer(200, {{"SecretString", kCanary}}));
}

TEST_F(Canary, IsSilentInAJsonSecret) {
  const Json secret = {{"user", "u"}, {"password", kCanary}, {"deep", {{"list", {kCanary}}}}};
  record(create(secret.dump()));
  record(create(secret.dump(2)));
  record(create(Json{{"config", secret.dump()}}.dump()));
}

TEST_F(Canary, IsSilentInBodiesThatAreBroken) {
  const auto body = Json{{"Name", "a"}, {"SecretString", kCanary}}.dump();
  for (const auto size : {body.size() - 1, body.size() - 2, body.size() - 3}) {
    record(create().raw_body(body.substr(0, size)));
  }
  record(create().raw_body(body + "x"));
  record(create().raw_body("[" + body + "]"));
  record(create().raw_body(Json(kCanary).dump()));
  record(create().raw_body(kCanary));
}

TEST_F(Canary, IsSilentInMembersThatNobodyKnows) {
  record(call("CreateSecret", {{"Name", "a"}, {"secretstring", kCanary}}));
  record(call("CreateSecret", {{"Name", "a"}, {"Value", {{"deep", {kCanary}}}}}));
  record(call("CreateSecret", {{"Name", "a"}, {kCanary, 1}}));
  record(call("CreateSecret", {{"Name", {kCanary}}, {"Description", {{"x", kCanary}}}}));
}

TEST_F(Canary, IsSilentInOperationsThatNobodyKnows) {
  record(call("EatSecret", {{"SecretString", kCanary}, {"Name", kCanary}})
             .answer(400, {{"__type", "E"}, {"Message", "cannot eat " + kCanary}}));
  record(create().header("X-Amz-Target", "secretsmanager." + kCanary));
  record(create().header("X-Amz-Target", kCanary));
  record(create().without_header("X-Amz-Target"));
}

TEST_F(Canary, IsSilentWhereItIsQuoted) {
  record(create());
  record(call("CreateSecret", {{"Name", "b"},
                               {"Description", "the password is " + kCanary},
                               {"ClientRequestToken", kCanary},
                               {"Tags", {{{"Key", kCanary}, {"Value", "x" + kCanary}}}}}));
  record(call("GetSecretValue", {{"SecretId", kCanary}, {"VersionId", kCanary}})
             .answer(400, {{"__type", "E"}, {"Message", "not " + kCanary}}));
  record(call("ListSecrets", {{"NextToken", kCanary}}).answer(200, {{"NextToken", kCanary}}));
}

TEST_F(Canary, IsSilentWhereItIsQuotedInOtherForms) {
  record(create());
  auto quoted = forms(kCanary);
  for (const auto offset : {7, 8, 9}) {
    quoted[offset] = aws::base64(std::string(offset, 'x') + kCanary + "tail");
  }
  for (const auto& form : quoted) {
    record(call("CreateSecret", {{"Name", "b"}, {"Description", "see " + form + " there"}}));
    record(create().header("User-Agent", form));
  }
}

TEST_F(Canary, IsSilentInALineThatQuotesItBeforeItSaysIt) {
  record(call("CreateSecret", {{"Description", kCanary}, {"Name", "a"}, {"SecretString", "x"}})
             .answer(200, {{"Name", "a"}, {"SecretString", kCanary}, {"ARN", kCanary}}));
  record(call("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", kCanary}})
             .answer(200, {{"Name", "a"}, {"SecretString", kCanary}}));
}

TEST_F(Canary, IsSilentInHeaders) {
  record(create());
  for (const char* name : {"User-Agent", "Host", "Cookie", "X-Custom", "Content-Type",
                           "amz-sdk-invocation-id", "amz-sdk-request", "traceparent", "tracestate",
                           "Authorization", "X-Amz-Security-Token", "X-Amz-Date", "Accept"}) {
    record(create().header(name, kCanary).answer_header(name, kCanary));
  }
  record(create().header("x-" + kCanary, "v"));
  record(create().header("amz-sdk-request", "ttl=" + kCanary + "; attempt=1"));
}

TEST_F(Canary, IsSilentInTheRequestLine) {
  record(create().target("/" + percent(kCanary), percent(kCanary)));
  record(create().target("/" + kCanary, "SecretString=" + kCanary));
  record(create().method(kCanary));
}

TEST_F(Canary, IsSilentInAnswersThatWereReplacedOrNotSent) {
  record(call("GetSecretValue", {{"SecretId", "a"}})
             .answer(500, {{"__type", "E"}})
             .real(200, {{"SecretString", kCanary}}));
  record(call("GetSecretValue", {{"SecretId", "a"}})
             .answer(200, {{"SecretString", kCanary}})
             .ended(http::Delivery::End::client_gone, 0));
  record(create().raw_answer(200, kCanary));
}

}  // namespace
}  // namespace stunt::recorder
