// SPDX-License-Identifier: MIT
#include "harness/config.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

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
overwrite: true
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
  EXPECT_EQ(settings.record, "run.jsonl");
  EXPECT_TRUE(settings.overwrite);
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

TEST_F(ConfigTest, RefusesAFileThatIsNotThere) {
  Settings settings;
  EXPECT_THROW(read_config("no/such/stunt.yaml", settings), input::BadInput);
}

}  // namespace
}  // namespace stunt::harness
