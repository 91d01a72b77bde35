// SPDX-License-Identifier: MIT
#include <future>
#include <map>
#include <mutex>

#include <gtest/gtest.h>

#include "harness/loop_thread.h"
#include "harness/rotation/schedule.h"
#include "world/calendar.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;
using emulator::RotationEnd;

/// What is due when, and what became of it.
class RotationScheduleTest : public testing::Test {
 protected:
  using Done = std::function<void(RotationEnd)>;

  ~RotationScheduleTest() override {
    thread_.stop([this] { schedule_->stop(); });
  }

  void start(const world::Clock& clock, world::VirtualClock* movable) {
    clock_ = &clock;
    schedule_.emplace(thread_.loop(), clock, movable,
                      RotationBook{[this] { return next(); }, [this] { return due(); },
                                   [this](auto order, Done done) { rotate(order, done); }});
    schedule_->start();
  }
  void start() { start(still_, &still_); }

  void plan(world::Instant at, std::string secret) {
    const std::lock_guard lock(mutex_);
    plan_.emplace(at, std::move(secret));
  }

  /// "a finished, b failed", once the clock has been moved.
  std::string advance(world::Duration by) { return start_advance(by).get(); }

  std::future<std::string> start_advance(world::Duration by) {
    auto told = std::make_shared<std::promise<std::string>>();
    schedule_->advance(by, [told](const std::vector<RotationSchedule::Rotated>& rotated) {
      std::string text;
      for (const auto& [secret, end] : rotated) {
        text += (text.empty() ? "" : ", ") + secret +
                (end == RotationEnd::finished ? " finished" : " failed");
      }
      told->set_value(text);
    });
    return told->get_future();
  }

  std::optional<world::Instant> next() {
    const std::lock_guard lock(mutex_);
    return plan_.empty() ? std::nullopt : std::optional(plan_.begin()->first);
  }

  RotationBook::Orders due() {
    const std::lock_guard lock(mutex_);
    RotationBook::Orders orders;
    while (!plan_.empty() && plan_.begin()->first <= clock_->now()) {
      orders.push_back({{}, plan_.begin()->second, "", "", "", {}});
      plan_.erase(plan_.begin());
    }
    return orders;
  }

  /// Tells at once that it has finished, unless its name is "slow".
  void rotate(const emulator::RotationOrder& order, const Done& done) {
    {
      const std::lock_guard lock(mutex_);
      times_.push_back(world::rfc3339(clock_->now()).substr(0, 13));
    }
    if (order.secret_arn != "slow") return done(RotationEnd::finished);
    slow_.set_value(done);
  }

  world::VirtualClock still_{*world::parse_rfc3339("2026-01-01T00:00:00Z")};
  const world::Clock* clock_ = &still_;
  std::mutex mutex_;
  std::multimap<world::Instant, std::string> plan_;
  std::vector<std::string> times_;
  std::promise<Done> slow_;
  world::SystemClock machine_;
  LoopThread thread_{machine_};
  std::optional<RotationSchedule> schedule_;
};

TEST_F(RotationScheduleTest, RotatesWhatFallsDueWhileTheClockIsMoved) {
  plan(still_.now() + 5h, "b");
  plan(still_.now() + 2h, "a");
  plan(still_.now() + 25h, "c");
  start();
  EXPECT_EQ(advance(24h), "a finished, b finished");
  EXPECT_EQ(times_, (std::vector<std::string>{"2026-01-01T02", "2026-01-01T05"}))
      << "each at its own time";
  EXPECT_EQ(still_.now(), *world::parse_rfc3339("2026-01-02T00:00:00Z"));
  EXPECT_EQ(advance(1h), "c finished");
}

TEST_F(RotationScheduleTest, MovesTheClockAlsoWhereNothingIsDue) {
  start();
  EXPECT_EQ(advance(90min), "");
  EXPECT_EQ(world::rfc3339(still_.now()), "2026-01-01T01:30:00.000Z");
}

TEST_F(RotationScheduleTest, WaitsForARotationBeforeTheClockMovesOn) {
  plan(still_.now() + 1h, "slow");
  plan(still_.now() + 2h, "a");
  start();
  auto moved = start_advance(24h);
  const auto done = slow_.get_future().get();
  EXPECT_EQ(world::rfc3339(still_.now()), "2026-01-01T01:00:00.000Z");
  EXPECT_EQ(moved.wait_for(0s), std::future_status::timeout);
  done(RotationEnd::failed);
  EXPECT_EQ(moved.get(), "slow failed, a finished");
}

TEST_F(RotationScheduleTest, MovesOneAfterTheOther) {
  plan(still_.now() + 3h, "a");
  start();
  auto first = start_advance(2h), second = start_advance(2h);
  EXPECT_EQ(first.get(), "");
  EXPECT_EQ(second.get(), "a finished");
  EXPECT_EQ(world::rfc3339(still_.now()), "2026-01-01T04:00:00.000Z");
}

TEST_F(RotationScheduleTest, TellsWhoWaitsWhenItIsStopped) {
  plan(still_.now() + 1h, "slow");
  start();
  auto moved = start_advance(24h);
  slow_.get_future().wait();
  thread_.stop([this] { schedule_->stop(); });
  EXPECT_EQ(moved.get(), "");
  EXPECT_EQ(advance(1h), "");
  EXPECT_EQ(world::rfc3339(still_.now()), "2026-01-01T01:00:00.000Z");
}

TEST_F(RotationScheduleTest, WaitsForTheMachinesClock) {
  plan(machine_.now() + 50ms, "slow");
  start(machine_, nullptr);
  slow_.get_future().wait();
  EXPECT_TRUE(plan_.empty());
}

TEST_F(RotationScheduleTest, LooksAnewWhenARotationHasEnded) {
  start(machine_, nullptr);
  schedule_->begins();
  plan(machine_.now() - 1h, "slow");
  schedule_->has_ended();
  slow_.get_future().wait();
}

TEST_F(RotationScheduleTest, LeavesTheClockAloneWhileARotationIsUnderWay) {
  plan(still_.now() + 1h, "a");
  start();
  schedule_->begins();
  auto moved = start_advance(24h);
  std::promise<void> later;
  thread_.loop().post([&] { later.set_value(); });
  later.get_future().wait();
  EXPECT_EQ(world::rfc3339(still_.now()), "2026-01-01T00:00:00.000Z");
  schedule_->has_ended();
  EXPECT_EQ(moved.get(), "a finished");
}

}  // namespace
}  // namespace stunt::harness
