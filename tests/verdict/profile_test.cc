// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "script.h"
#include "world/random.h"

namespace stunt::verdict {
namespace {

using namespace std::chrono_literals;
using test::Line;
using test::Script;
using testing::HasSubstr;
using world::Duration;

/// How a client waits: the retry's number, whether it was throttled, and a u in [0, 1).
using Policy = std::function<Duration(unsigned retry, bool throttled, double u)>;

Duration part(double u, Duration upper) {
  return Duration(static_cast<Duration::rep>(u * static_cast<double>(upper.count())));
}

Duration doubled(Duration base, unsigned retry) {
  return std::min<Duration>(base * (1 << (retry - 1)), 20s);
}

Duration wait_2_0(unsigned retry, bool, double u) { return part(u, doubled(1s, retry)); }
Duration wait_2_1(unsigned retry, bool throttled, double u) {
  return part(u, doubled(throttled ? Duration(1s) : Duration(50ms), retry));
}

struct Storm {
  bool throttled = false;
  std::string hint{};
  int calls = 20;  ///< with three attempts each
  Duration overhead = 2ms;
};

/// A client whose every attempt fails.
Script run(const Policy& policy, std::uint64_t seed, const Storm& storm) {
  const world::Random random(seed);
  Script script;
  Duration now = 0s;
  for (int call = 0; call < storm.calls; ++call) {
    for (unsigned attempt = 1; attempt <= 3; ++attempt) {
      auto line = Line("GetSecretValue", {{"SecretId", "a"}})
                      .attempt("i-" + std::to_string(call), attempt)
                      .at(now)
                      .took(1ms);
      line.error(storm.throttled ? "ThrottlingException" : "InternalServiceError",
                 storm.throttled ? 400 : 500);
      if (!storm.hint.empty()) line.answer_header("x-amz-retry-after", storm.hint);
      script.add(line);
      const auto u = world::Random::unit(random.draw({"gap", std::to_string(call)}, attempt));
      now += 1ms + storm.overhead + policy(attempt, storm.throttled, u);
    }
  }
  return script;
}

Finding judge(const Script& script, const std::string& profile,
              const std::string& more = ", jitter: required") {
  return script.judge("{retry: {of: {}, backoff: {profile: " + profile + ", slack: 20ms" + more +
                      "}}}");
}

/// With how many of the seeds it ends so.
int count(Status status, const Policy& policy, const std::string& profile, const Storm& storm) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    found += judge(run(policy, seed, storm), profile).status == status ? 1 : 0;
  }
  return found;
}

TEST(Profile, PassesItsOwnClients) {
  for (const bool throttled : {false, true}) {
    const Storm storm{.throttled = throttled};
    EXPECT_EQ(count(Status::pass, wait_2_0, "aws-standard-2.0", storm), 60);
    EXPECT_EQ(count(Status::pass, wait_2_1, "aws-standard-2.1", storm), 60);
  }
}

TEST(Profile, FailsTheOtherAfterTransientErrors) {
  EXPECT_EQ(count(Status::fail, wait_2_0, "aws-standard-2.1", {}), 60);
  EXPECT_EQ(count(Status::fail, wait_2_1, "aws-standard-2.0", {}), 60);  // far too early
}

TEST(Profile, ToleratesTheOtherAfterThrottling) {
  // Without a hint both wait alike.
  const Storm storm{.throttled = true};
  EXPECT_EQ(count(Status::pass, wait_2_0, "aws-standard-2.1", storm), 60);
}

TEST(Profile, ToleratesTheClientsOwnTime) {
  EXPECT_EQ(count(Status::pass, wait_2_1, "aws-standard-2.1", {.overhead = 15ms}), 60);
}

TEST(Profile, FailsClientsWithoutJitter) {
  const auto full = [](unsigned retry, bool throttled, double) {
    return wait_2_1(retry, throttled, 1);
  };
  const auto none = [](unsigned, bool, double) { return Duration(0); };
  const auto constant = [](unsigned, bool, double) { return Duration(25ms); };
  const auto equal = [](unsigned retry, bool throttled, double u) {
    return wait_2_1(retry, throttled, 0.9 + u / 10);
  };
  for (const Policy& policy : std::vector<Policy>{full, none, constant, equal}) {
    const auto script = run(policy, 1, {});
    const auto finding = judge(script, "aws-standard-2.1");
    EXPECT_EQ(finding.status, Status::fail);
    EXPECT_THAT(finding.text, HasSubstr("the waits have no even jitter: over 40 waits"));
    EXPECT_EQ(judge(script, "aws-standard-2.1", ", jitter: any").status, Status::pass);
  }
}

TEST(Profile, CannotJudgeTheJitterOfFewWaits) {
  const auto finding = judge(run(wait_2_1, 1, {.calls = 9}), "aws-standard-2.1");
  EXPECT_EQ(finding.status, Status::inconclusive);
  EXPECT_EQ(finding.text, "jitter cannot be judged: 18 waits, and it takes 20");
  EXPECT_EQ(judge(run(wait_2_1, 1, {.calls = 10}), "aws-standard-2.1").status, Status::pass);
}

TEST(Profile, FailsWhoWaitsTooLong) {
  const auto late = [](unsigned retry, bool, double) { return Duration(retry == 2 ? 121ms : 0ms); };
  const auto finding = judge(run(late, 1, {.calls = 1, .overhead = 0ms}), "aws-standard-2.1", "");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text,
            "retry 2 of GetSecretValue of a (#3) came 121 ms after the answer to #2, expected at "
            "most 100 ms and 20 ms of slack");
}

TEST(Profile, FailsWhoIgnoresTheHint) {
  const Storm storm{.throttled = true, .hint = "4000"};
  const auto obeys = [](unsigned retry, bool throttled, double u) {
    const auto own = wait_2_1(retry, throttled, u);
    return std::clamp<Duration>(4s, own, own + 5s);
  };
  EXPECT_EQ(judge(run(obeys, 1, storm), "aws-standard-2.1", "").status, Status::pass);
  EXPECT_EQ(judge(run(wait_2_1, 1, storm), "aws-standard-2.1", "").status, Status::fail);
  // The old profile knows no hints.
  EXPECT_EQ(judge(run(wait_2_0, 1, storm), "aws-standard-2.0", "").status, Status::pass);
}

TEST(Profile, LeavesWaitsByHintOutOfTheJitter) {
  const Storm storm{.throttled = true, .hint = "4000"};
  const auto obeys = [](unsigned, bool, double) { return Duration(4s); };
  EXPECT_EQ(judge(run(obeys, 1, storm), "aws-standard-2.1").status, Status::inconclusive);
}

TEST(Profile, NoneIsWhatTheFileSays) {
  const auto within = [](unsigned, bool, double u) { return 100ms + part(u, 200ms); };
  const auto script = run(within, 1, {.calls = 30});
  constexpr const char* kBounds = ", min: 100ms, max: 300ms, jitter: required";
  EXPECT_EQ(judge(script, "none", kBounds).status, Status::pass);
  EXPECT_EQ(judge(script, "none", ", min: 150ms").status, Status::fail);
  EXPECT_EQ(judge(script, "none", ", max: 150ms").status, Status::fail);
}

}  // namespace
}  // namespace stunt::verdict
