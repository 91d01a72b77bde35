// SPDX-License-Identifier: MIT
#include "harness/engine_seat.h"

#include <future>
#include <thread>

#include <gmock/gmock.h>

namespace stunt::harness {
namespace {

/// An answer with this status.
aws::Outcome with_status(int status) {
  aws::Outcome outcome;
  outcome.reply = http::Reply{status, {}, {}};
  return outcome;
}

class AnEngineSeat : public testing::Test {
 protected:
  int status() { return chain_(aws::Call()).reply->status; }

  EngineSeat seat_;
  aws::Handler chain_ = seat_.around([](const aws::Call&) { return with_status(200); });
};

TEST_F(AnEngineSeat, IsTheEnginesUntilSomebodyTakesIt) {
  EXPECT_EQ(status(), 200);
  seat_.take([](const aws::Call&) { return with_status(503); });
  EXPECT_EQ(status(), 503);
  seat_.take([](const aws::Call&) { return std::nullopt; });
  EXPECT_EQ(status(), 200);
  seat_.take([](const aws::Call&) { return with_status(400); });
  seat_.leave();
  EXPECT_EQ(status(), 200);
}

TEST_F(AnEngineSeat, IsLeftWhenTheLastAnswerHasBeenGiven) {
  std::promise<void> is_asked, may_answer;
  std::atomic<bool> answered{false};
  seat_.take([&](const aws::Call&) {
    is_asked.set_value();
    may_answer.get_future().wait();
    answered = true;
    return with_status(503);
  });
  std::thread client([&] { EXPECT_EQ(status(), 503); });
  is_asked.get_future().wait();
  std::thread leaver([&] {
    seat_.leave();
    EXPECT_TRUE(answered);
  });
  may_answer.set_value();
  leaver.join();
  client.join();
}

}  // namespace
}  // namespace stunt::harness
