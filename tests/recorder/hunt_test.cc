// SPDX-License-Identifier: MIT
#include "recorder/leaks/hunt.h"

#include <fstream>

#include <gmock/gmock.h>

#include "emulator/model/secrets_manager.h"
#include "recorder/transcript/write_line.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using testing::ElementsAre;
using testing::IsEmpty;

const aws::ServiceModel& service() { return emulator::secrets_manager(); }

/// What is told of a recording of one call, after `edit` has changed its line.
std::vector<std::string> leaks(const std::function<void(ExchangeLine& line)>& edit,
                               Act act = Act("GetSecretValue", {{"SecretId", "a"}}, service())
                                             .answer(200, {{"SecretString", "hunter22"}})) {
  test::Tape tape(service());
  auto transcript = tape.add(std::move(act)).transcript();
  edit(transcript.exchanges[0]);
  const auto path = test::fresh_path(".jsonl");
  std::ofstream(path) << write_transcript(transcript);
  std::vector<std::string> told;
  hunt_leaks(path, service(), [&](const Leak& leak) { told.push_back(to_string(leak, "f")); });
  std::filesystem::remove(path);
  return told;
}

TEST(Hunt, FindsNothingInARecording) {
  EXPECT_THAT(leaks([](auto&) {}), IsEmpty());
}

TEST(Hunt, TellsLineAndSeqAndPointerAndKind) {
  EXPECT_THAT(leaks([](auto& line) { (*line.req.body.json)["Description"] = "pwd=hunter22;"; }),
              ElementsAre("f:2: seq 1: /req/json/Description holds a password in a connection "
                          "string"));
}

TEST(Hunt, FindsASensitiveMemberThatWasPutBack) {
  for (const Json& value : {Json("x"), Json(R"({"a":"{{secret:1}}","b":"x"})"), Json(5)}) {
    EXPECT_THAT(
        leaks([&](auto& line) { (*line.res->body.json)["SecretString"] = value; }),
        ElementsAre("f:2: seq 1: /res/json/SecretString holds a secret value in the clear"));
  }
}

TEST(Hunt, TakesTheFormOfARedactedSecret) {
  for (const Json& value :
       {Json("{{secret:1}}"), Json(nullptr), Json(R"({"a":"{{secret:1:number}}","b":null})"),
        Json("{{secret:1=q9Zt3xLpV7wK2mN8rBq9Zt}}")}) {
    EXPECT_THAT(leaks([&](auto& line) { (*line.res->body.json)["SecretString"] = value; }),
                IsEmpty());
  }
}

TEST(Hunt, GoesByNamesWhereNobodyKnowsTheOperation) {
  EXPECT_THAT(leaks([](auto& line) {
                line.op.reset();
                line.req.body.json = {{"TableName", "orders"}, {"Password", "x"}};
              }),
              ElementsAre("f:2: seq 1: /req/json/Password holds a secret value in the clear"));
}

TEST(Hunt, FindsTokensAndSignaturesInHeaders) {
  EXPECT_THAT(leaks([](auto& line) {
                line.req.headers = {{"x-amz-security-token", "t"},
                                    {"authorization", "AWS4 Signature=5d672d79c15b13162d9279b0"},
                                    {"x-custom", "q9Zt-3xLpV7_wK2mN8rB"}};
              }),
              ElementsAre("f:2: seq 1: /req/headers/0/1 holds an AWS session token",
                          "f:2: seq 1: /req/headers/1/1 holds a signature",
                          "f:2: seq 1: /req/headers/2/1 holds what looks random, as keys do"));
}

TEST(Hunt, LeavesIdsWhereTheyBelong) {
  const std::string key_id = std::string("AKIA") + "IOSFODNN7EXAMPL2";
  const std::string token = "q9Zt-3xLpV7_wK2mN8rBq9Zt-3xLpV7";
  EXPECT_THAT(leaks([&](auto& line) {
                line.key.access_key_id = key_id;
                line.key.secret_id = "prod/" + token;
                line.sdk.invocation = token;
                line.trace.parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
                line.req.headers = {{"authorization", "AWS4 Credential=" + key_id + "/20260101"},
                                    {"x-amzn-requestid", token}};
                line.req.body.json = {{"SecretId", "prod/" + token},
                                      {"Description", "prod/" + token + " is mine"},
                                      {"NextToken", token},
                                      {"VersionIdsToStages", {{token, {"AWSCURRENT"}}}}};
              }),
              IsEmpty());
}

TEST(Hunt, FindsAKeyIdInANameThatLooksLikeAnyOther) {
  EXPECT_THAT(leaks([&](auto& line) {
                (*line.req.body.json)["SecretId"] = std::string("AKIA") + "IOSFODNN7EXAMPL2";
              }),
              ElementsAre("f:2: seq 1: /req/json/SecretId holds an AWS access key id"));
}

TEST(Hunt, ReadsMembersAndLinesThatThisVersionDoesNotKnow) {
  const auto path = test::fresh_path(".jsonl");
  std::ofstream(path) << to_line(test::tape_header()) << "\n"
                      << R"({"kind":"event","name":"mark","data":{"note":"pwd=hunter22;"}})"
                      << "\n";
  std::vector<std::string> told;
  hunt_leaks(path, service(), [&](const Leak& leak) { told.push_back(to_string(leak, "f")); });
  std::filesystem::remove(path);
  EXPECT_THAT(told, ElementsAre("f:2: /data/note holds a password in a connection string"));
}

}  // namespace
}  // namespace stunt::recorder
