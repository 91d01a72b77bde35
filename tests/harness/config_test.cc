// SPDX-License-Identifier: MIT
#include "harness/config.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "harness/config_auth.h"
#include "input/problem.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

class ConfigTest : public testing::Test {
 protected:
  Settings read(const std::string& text) {
    std::ofstream(path_) << text;
    Settings settings;
    read_config(path_, settings);
    return settings;
  }

  /// Every problem, a line each, without the file's name.
  std::string problems_of(const std::string& text) {
    try {
      read(text);
      return "";
    } catch (const input::BadInput& broken) {
      std::string lines;
      for (const auto& problem : broken.problems) {
        lines +=
            std::to_string(problem.at.line) + ":" + problem.pointer + ": " + problem.message + "\n";
      }
      return lines;
    }
  }

  void TearDown() override { std::filesystem::remove(path_); }

  const std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) /
      ("config-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(ConfigTest, HasWhatTheFlagsHave) {
  const auto settings = read(R"(
host: [127.0.0.1, "::1"]
port: 0
region: eu-west-1
account: "111122223333"
threads: 2
grace: 250ms
seed: 9
deterministic: true
scenario: [a.yaml, b.yaml]
record: run.jsonl
record-mode: all
log-level: debug
services: { secretsmanager: { enabled: false } }
)");
  EXPECT_EQ(settings.hosts, (std::vector<std::string>{"127.0.0.1", "::1"}));
  EXPECT_EQ(settings.port, 0);
  EXPECT_EQ(settings.region, "eu-west-1");
  EXPECT_EQ(settings.account, "111122223333");
  EXPECT_EQ(settings.threads, 2u);
  EXPECT_EQ(settings.grace, 250ms);
  EXPECT_EQ(settings.seed, 9u);
  EXPECT_TRUE(settings.deterministic);
  EXPECT_EQ(settings.scenarios.size(), 2u);
  EXPECT_EQ(settings.record.to, "run.jsonl");
  EXPECT_EQ(settings.record.mode, recorder::RecordMode::all);
  EXPECT_EQ(settings.log_level, "debug");
  EXPECT_FALSE(settings.secretsmanager_enabled);
}

TEST_F(ConfigTest, TakesOneWhereAListMayStand) {
  EXPECT_EQ(read("scenario: a.yaml\n").scenarios.size(), 1u);
}

TEST_F(ConfigTest, ReadsAnAccountThatLooksLikeANumber) {
  EXPECT_EQ(read("account: 000000000001\n").account, "000000000001");
}

TEST_F(ConfigTest, LeavesAloneWhatItDoesNotSay) {
  const auto settings = read("seed: 1\n");
  EXPECT_EQ(settings.port, 4566);
  EXPECT_TRUE(settings.secretsmanager_enabled);
}

TEST_F(ConfigTest, ReadsWhoseSignaturesAreBelieved) {
  EXPECT_TRUE(read("auth: verify\n").auth.verify);
  const auto auth = read(R"(
auth:
  mode: verify
  regions: [us-east-1, eu-west-1]
  keys:
    - { access_key_id: AKIAONE, secret_access_key: hush }
    - access_key_id: 111122223333
      secret_access_key: 12
      session_token: "3"
      expires: 2026-01-01T00:00:00Z
      account: "444455556666"
)")
                        .auth;
  EXPECT_TRUE(auth.verify);
  EXPECT_EQ(auth.regions, (std::vector<std::string>{"us-east-1", "eu-west-1"}));
  ASSERT_EQ(auth.keys.size(), 2u);
  EXPECT_EQ(auth.keys[0].access_key_id, "AKIAONE");
  EXPECT_FALSE(auth.keys[0].expires);
  EXPECT_EQ(auth.keys[1].access_key_id, "111122223333");
  EXPECT_EQ(auth.keys[1].session_token, "3");
  EXPECT_EQ(auth.keys[1].expires, deterministic_start());
  EXPECT_EQ(auth.keys[1].account, "444455556666");
}

TEST_F(ConfigTest, TellsWhatIsWrongWithKeysAndQuotesNone) {
  const auto problems = problems_of(R"(auth:
  mode: maybe
  regions: [hush]
  keys:
    - { access_key_id: "hu/sh", secret_access_key: [hush] }
    - { access_key_id: A, secret_access_key: "", expires: hush, account: hush, session_token: "" }
    - hush
    - { access_key_id: A, secret_access_key: hush, sessionToken: hush }
    - { secret_access_key: hush }
)");
  for (const char* problem :
       {"2:/auth/mode: ", "3:/auth/regions/0: this is not a Region",
        "5:/auth/keys/0/access_key_id: this is not an access key id",
        "5:/auth/keys/0/secret_access_key: ", "6:/auth/keys/1/secret_access_key: ",
        "6:/auth/keys/1/expires: this is not a time", "6:/auth/keys/1/account: ",
        "6:/auth/keys/1/session_token: ", "7:/auth/keys/2: expected a key",
        "8:/auth/keys/3: this access key id stands here twice",
        "8:/auth/keys/3/sessionToken: unknown member", "9:/auth/keys/4: member 'access_key_id'"}) {
    EXPECT_NE(problems.find(problem), std::string::npos) << problem << "\n" << problems;
  }
  EXPECT_EQ(problems.find("hu"), std::string::npos) << problems;
  EXPECT_EQ(problems_of("auth: { keys: hush }\n").find("hush"), std::string::npos);
}

TEST_F(ConfigTest, ReadsAFileThatIsAListOfKeys) {
  std::ofstream(path_) << R"([{"access_key_id": "A", "secret_access_key": "hush"}])";
  ASSERT_EQ(read_keys(path_).size(), 1u);
  std::ofstream(path_) << "hush";
  EXPECT_THROW(read_keys(path_), input::BadInput);
}

TEST_F(ConfigTest, TellsEveryProblemWithItsPlace) {
  const auto problems = problems_of("port: 99999\nregoin: eu-west-1\ndeterministic: maybe\n");
  EXPECT_NE(problems.find("1:/port: '99999' is not a whole number"), std::string::npos) << problems;
  EXPECT_NE(problems.find("2:/regoin: "), std::string::npos) << problems;
  EXPECT_NE(problems.find("3:/deterministic: "), std::string::npos) << problems;
}

TEST_F(ConfigTest, HasARotationBlock) {
  const auto rotation = read(R"(
rotation:
  mode: lambda
  lambda_endpoint: http://localhost:9001
  functions: { "arn:f": "http://localhost:9002/x" }
  timeout: 5s
)")
                            .rotation;
  EXPECT_EQ(rotation.mode, RotationSettings::Mode::lambda);
  EXPECT_EQ(rotation.lambda_endpoint, "http://localhost:9001");
  EXPECT_EQ(rotation.functions.at("arn:f"), "http://localhost:9002/x");
  EXPECT_EQ(rotation.timeout, 5s);
  EXPECT_EQ(read("rotation: none\n").rotation.mode, RotationSettings::Mode::none);
  EXPECT_EQ(read("seed: 1\n").rotation.chosen(), RotationSettings::Mode::builtin);
}

TEST_F(ConfigTest, TellsEveryProblemOfARotationBlock) {
  const auto problems = problems_of(R"(rotation:
  mode: lamda
  lambda_endpoint: localhost
  functions: { "arn:f": ftp://h }
  timeout: 0
  tries: 3
)");
  for (const auto* at : {"2:/rotation/mode", "3:/rotation/lambda_endpoint", "4:/rotation/functions",
                         "5:/rotation/timeout", "6:/rotation/tries"}) {
    EXPECT_NE(problems.find(at), std::string::npos) << at << " in " << problems;
  }
}

TEST_F(ConfigTest, HasABlockOfWhatIsRedacted) {
  const auto redact = read(R"(
redact:
  headers: [cookie]
  members: [Description]
  patterns: ["cust-[0-9]{6}"]
  allow: [TableName]
)")
                          .record.redact;
  EXPECT_EQ(redact.headers, std::vector<std::string>{"cookie"});
  EXPECT_EQ(redact.members, std::vector<std::string>{"Description"});
  EXPECT_EQ(redact.patterns, std::vector<std::string>{"cust-[0-9]{6}"});
  EXPECT_EQ(redact.allow, std::vector<std::string>{"TableName"});
}

TEST_F(ConfigTest, TellsEveryProblemOfWhatIsRedacted) {
  const auto problems = problems_of(R"(redact:
  header: [cookie]
  members: [""]
  patterns: ["cust-[0-9", "x*"]
  allow: [MasterPassword]
)");
  for (const auto* told : {"2:/redact/header", "3:/redact/members/0: this is empty",
                           "4:/redact/patterns/0: this is no regular expression (RE2): missing ]",
                           "4:/redact/patterns/1: this pattern matches where there is nothing",
                           "5:/redact/allow/0: 'MasterPassword' says that a secret is in it"}) {
    EXPECT_NE(problems.find(told), std::string::npos) << told << " in " << problems;
  }
}

TEST_F(ConfigTest, RefusesAFileThatIsNotThere) {
  Settings settings;
  EXPECT_THROW(read_config("no/such/stunt.yaml", settings), input::BadInput);
}

}  // namespace
}  // namespace stunt::harness
