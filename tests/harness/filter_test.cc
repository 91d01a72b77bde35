// SPDX-License-Identifier: MIT
#include "harness/show/filter.h"

#include <stdexcept>

#include <gmock/gmock.h>

namespace stunt::harness {
namespace {

using recorder::ExchangeLine;
using testing::HasSubstr;

ExchangeLine read(const std::string& secret, int status = 200) {
  ExchangeLine line;
  line.op = "GetSecretValue";
  line.key.secret_id = secret;
  line.res = ExchangeLine::Reply{status, {}, {}};
  return line;
}

bool takes(const Filter& filter, const ExchangeLine& line) { return wanted(filter)(line); }

std::string refused(const Filter& filter) {
  try {
    wanted(filter);
  } catch (const std::invalid_argument& wrong) {
    return wrong.what();
  }
  return "taken";
}

TEST(Filter, ThatSaysNothingIsNone) { EXPECT_FALSE(wanted({})); }

TEST(Filter, TakesOperationsByGlob) {
  EXPECT_TRUE(takes({.operations = {"Put*", "Get*"}}, read("a")));
  EXPECT_FALSE(takes({.operations = {"Put*"}}, read("a")));
  ExchangeLine unknown;
  EXPECT_FALSE(takes({.operations = {"Get*"}}, unknown));
}

TEST(Filter, TakesSecretsByNameOrArn) {
  const auto line = read("arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-a1B2c3");
  EXPECT_TRUE(takes({.secrets = {"prod/*"}}, line));
  EXPECT_TRUE(takes({.secrets = {"prod/db"}}, line));
  EXPECT_TRUE(takes({.secrets = {"arn:*:secret:prod/*"}}, line));
  EXPECT_FALSE(takes({.secrets = {"test/*"}}, line));
}

TEST(Filter, TakesStatusesByCodeClassAndRange) {
  EXPECT_TRUE(takes({.statuses = {"200"}}, read("a")));
  EXPECT_TRUE(takes({.statuses = {"500", "4xx"}}, read("a", 499)));
  EXPECT_FALSE(takes({.statuses = {"4xx"}}, read("a", 500)));
  EXPECT_TRUE(takes({.statuses = {"400-499"}}, read("a", 400)));
  EXPECT_FALSE(takes({.statuses = {"400-499"}}, read("a", 399)));
  auto lost = read("a");
  lost.res.reset();
  EXPECT_FALSE(takes({.statuses = {"100-599"}}, lost));
}

TEST(Filter, TakesOutcomes) {
  auto line = read("a");
  line.outcome = aws::OutcomeKind::client_gone;
  EXPECT_TRUE(takes({.outcomes = {"ok", "clientGone"}}, line));
  EXPECT_FALSE(takes({.outcomes = {"ok"}}, line));
}

TEST(Filter, TakesWhatRulesTouched) {
  auto line = read("a");
  EXPECT_FALSE(takes({.faults = {"*"}}, line));
  line.faults.emplace_back().rule = "lost-create";
  EXPECT_TRUE(takes({.faults = {"*"}}, line));
  EXPECT_TRUE(takes({.faults = {"lost*"}}, line));
  EXPECT_FALSE(takes({.faults = {"slow"}}, line));
}

TEST(Filter, WantsAllThatItNames) {
  EXPECT_TRUE(takes({.secrets = {"a"}, .statuses = {"200"}}, read("a")));
  EXPECT_FALSE(takes({.secrets = {"a"}, .statuses = {"400"}}, read("a")));
}

TEST(Filter, SaysWhatWouldBeRight) {
  for (const char* wrong : {"20", "2000", "xx", "6xx", "500-400", "200-", "-200", "abc"}) {
    EXPECT_THAT(refused({.statuses = {wrong}}), HasSubstr("is none of 200, 4xx, 400-499")) << wrong;
  }
  EXPECT_THAT(refused({.outcomes = {"Throttled"}}), HasSubstr("did you mean 'throttled'?"));
}

}  // namespace
}  // namespace stunt::harness
