// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "rehearsal.h"
#include "verdict/expectation.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::secrets_manager;

/// A ready-made scenario at work, in front of an engine that answers 200.
class Performance {
 public:
  explicit Performance(const std::string& name)
      : director_(load("scenarios/library/" + name + ".yaml", emulator::secrets_manager(),
                       verdict::read_expect)
                      .rules,
                  secrets_manager(), world::Random(0), clock_, board_),
        handler_(director_.inject()([](const aws::Call& call) {
          aws::Outcome outcome;
          outcome.reply = http::Reply{};
          if (call.model->writes) outcome.applied = true;
          return outcome;
        })) {}

  aws::Outcome call(std::string_view operation) {
    test::CallBuilder built(secrets_manager(), operation, {{"SecretId", "prod/db"}});
    return handler_(built.ordinal(++calls_).call());
  }

 private:
  test::ManualClock clock_;
  Board board_;
  Director director_;
  aws::Handler handler_;
  std::uint64_t calls_ = 0;
};

TEST(Library, HasScenariosNamedLikeTheirFiles) {
  int scenarios = 0;
  for (const auto& entry : std::filesystem::directory_iterator("scenarios/library")) {
    const auto scenario = load(entry.path(), emulator::secrets_manager(), verdict::read_expect);
    EXPECT_EQ(scenario.name, "library/" + entry.path().stem().string());
    EXPECT_FALSE(scenario.description.empty());
    ++scenarios;
  }
  EXPECT_GE(scenarios, 15);
}

TEST(Library, ThrottledThenFineRefusesTwoReads) {
  Performance performance("throttled-then-fine");
  for (int i = 0; i < 2; ++i) {
    const auto outcome = performance.call("GetSecretValue");
    EXPECT_EQ(aws::error_code(*outcome.reply), "ThrottlingException");
    EXPECT_EQ(outcome.reply->headers.get("x-amz-retry-after"), "300");
  }
  EXPECT_EQ(performance.call("GetSecretValue").reply->status, 200);
  EXPECT_EQ(performance.call("PutSecretValue").reply->status, 200);
}

TEST(Library, SlowDependencyHasTheTailThatItSays) {
  Performance performance("slow-dependency");
  constexpr int kCalls = 10'000;
  std::vector<world::Duration> delays;
  for (int i = 0; i < kCalls; ++i) {
    const auto outcome = performance.call("GetSecretValue");
    EXPECT_EQ(outcome.reply->status, 200);
    delays.push_back(outcome.shape.delay);
  }
  const auto above = [&](world::Duration limit) {
    return std::count_if(delays.begin(), delays.end(), [&](auto d) { return d > limit; });
  };
  EXPECT_NEAR(static_cast<double>(above(40ms)), kCalls / 2, 200);
  EXPECT_NEAR(static_cast<double>(above(270ms)), kCalls / 20, 90);
  EXPECT_NEAR(static_cast<double>(above(590ms)), kCalls / 100, 40);
  EXPECT_EQ(above(5s), 0);
  EXPECT_EQ(performance.call("PutSecretValue").shape.delay, 0s);
}

TEST(Library, LostCreateAppliesAndHidesTheFirst) {
  Performance performance("lost-create");
  const auto lost = performance.call("CreateSecret");
  EXPECT_EQ(aws::error_code(*lost.reply), "InternalServiceError");
  EXPECT_EQ(lost.applied, true);
  EXPECT_EQ(lost.real->status, 200);
  EXPECT_EQ(performance.call("CreateSecret").reply->status, 200);
}

TEST(Library, BrokenAnswersBreakEightReads) {
  Performance performance("broken-answers");
  for (int i = 0; i < 8; ++i) EXPECT_FALSE(performance.call("GetSecretValue").faults.empty()) << i;
  EXPECT_TRUE(performance.call("GetSecretValue").faults.empty());
}

TEST(Library, RateLimitedLetsTenReadsThrough) {
  Performance performance("rate-limited");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(performance.call("GetSecretValue").reply->status, 200);
  const auto outcome = performance.call("GetSecretValue");
  EXPECT_EQ(aws::error_code(*outcome.reply), "ThrottlingException");
  EXPECT_EQ(outcome.reply->headers.get("x-amz-retry-after"), "800");
}

}  // namespace
}  // namespace stunt::scenarios
