// SPDX-License-Identifier: MIT
#include "stunt/scenario_suite.h"

#include <gmock/gmock.h>

#include "harness/embedded/rehearsal.h"

namespace stunt {
namespace {

using testing::HasSubstr;

int read_config(const Scope& scope) {
  scope.call("GetSecretValue", R"({"SecretId": "nobody/home"})");
  return 0;
}

SCENARIO_TEST_SUITE("scenarios/alone-*.yaml");
SCENARIO_TEST_SUITE("scenarios/with-*.yaml", read_config);
SCENARIO_TEST_SUITE("scenarios/with-*.yaml", Command({"sh", "-c", R"(
  curl -sS -o /dev/null "$STUNT_ENDPOINT" -H 'X-Amz-Target: secretsmanager.GetSecretValue' -d '
    {"SecretId": "nobody/home"}')"}));

std::string report(const std::string& name, const embedded::ScenarioClient& client) {
  return embedded::rehearse("tests/gtest/scenarios/" + name, 5, client);
}

TEST(Rehearsal, TellsWhatAClientHasDoneWrong) {
  EXPECT_EQ(report("with-a-client.yaml", read_config), "");
  const auto idle = report("with-a-client.yaml", [](const Scope&) { return 0; });
  EXPECT_THAT(idle, HasSubstr("no call arrived"));
  EXPECT_THAT(idle, HasSubstr("seed 5"));
  const auto broken = report("with-a-client.yaml", [](const Scope& scope) {
    read_config(scope);
    return 3;
  });
  EXPECT_THAT(broken, HasSubstr("exit"));
  EXPECT_THROW(report("no-such.yaml", nullptr), std::runtime_error);
}

TEST(ScenarioSuite, GivesEachFileATestOfItsOwnName) {
  std::vector<std::string> names;
  const auto& all = *testing::UnitTest::GetInstance();
  for (int i = 0; i < all.total_test_suite_count(); ++i) {
    const auto& suite = *all.GetTestSuite(i);
    if (suite.name() != std::string("Scenario")) continue;
    for (int k = 0; k < suite.total_test_count(); ++k) {
      names.push_back(suite.GetTestInfo(k)->name());
      EXPECT_STREQ(suite.GetTestInfo(k)->file(), __FILE__);
    }
  }
  EXPECT_THAT(
      names, testing::UnorderedElementsAre("alone_in_its_steps", "with_a_client", "with_a_client_2",
                                           "with_a_scope", "with_a_scope_2"));
}

TEST(Rehearsal, KillsACommandThatHangs) {
  const auto hung = Command({"sleep", "1000"}, std::chrono::milliseconds(50));
  EXPECT_THROW(report("with-a-client.yaml", hung), std::runtime_error);
}

TEST(Rehearsal, PlaysInTheWorldThatTheFileDeclares) {
  std::string endpoint;
  report("with-a-scope.yaml", [&](const Scope& scope) {
    endpoint = scope.endpoint();
    return read_config(scope);
  });
  EXPECT_THAT(endpoint, HasSubstr("/s/apart"));
}

}  // namespace
}  // namespace stunt
