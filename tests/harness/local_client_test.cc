// SPDX-License-Identifier: MIT
#include "harness/local_client.h"

#include <future>

#include <gtest/gtest.h>

#include "../aws/tiny_service.h"
#include "harness/application.h"
#include "harness/loop_thread.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

/// The chain is what the test says.
class LocalClientTest : public testing::Test {
 protected:
  LocalClientTest() {
    application_.record_to([this](std::unique_ptr<aws::Exchange> e) { ended_ = std::move(e); });
  }
  ~LocalClientTest() override {
    thread_.stop([this] { client_.stop(); });
  }

  std::future<std::optional<http::Reply>> send() {
    auto answer = std::make_shared<std::promise<std::optional<http::Reply>>>();
    http::Request request;
    request.headers.add("X-Amz-Target", "boxes.PutBox");
    client_.send(std::move(request), [answer](auto reply) { answer->set_value(std::move(reply)); });
    return answer->get_future();
  }

  static aws::Outcome answered(std::string body) {
    aws::Outcome outcome;
    outcome.reply = http::Reply{200, {}, std::move(body)};
    return outcome;
  }

  static bool is_there(const std::future<std::optional<http::Reply>>& answer) {
    return answer.wait_for(0s) == std::future_status::ready;
  }

  world::SystemClock clock_;
  aws::Handler chain_;
  Application application_{test::tiny_service(),
                           [this](const aws::Call& call) { return chain_(call); }, clock_};
  std::unique_ptr<aws::Exchange> ended_;
  LoopThread thread_{clock_};
  LocalClient client_{application_, clock_, thread_.loop()};
};

TEST_F(LocalClientTest, HasNoAnswerWhereTheWireIsSilent) {
  chain_ = [](const aws::Call&) {
    aws::Outcome outcome;
    outcome.shape.wire.silent = true;
    outcome.shape.wire.end = http::Wire::End::hang;
    return outcome;
  };
  auto answer = send();
  ASSERT_TRUE(is_there(answer));
  EXPECT_FALSE(answer.get());
  ASSERT_TRUE(ended_);
  EXPECT_EQ(ended_->delivery.end, http::Delivery::End::timed_out);
  EXPECT_EQ(ended_->delivery.bytes, 0u);
}

TEST_F(LocalClientTest, HasAnAnswerThatNeedNotWaitAtOnce) {
  chain_ = [](const aws::Call&) { return answered("now"); };
  auto answer = send();
  ASSERT_TRUE(is_there(answer));
  EXPECT_EQ(answer.get()->body, "now");
  ASSERT_TRUE(ended_);
  EXPECT_EQ(ended_->delivery.end, http::Delivery::End::sent);
  EXPECT_GE(ended_->delivery.ended, ended_->delivery.began);
  EXPECT_GE(ended_->delivery.began, ended_->arrival.at);
  EXPECT_EQ(ended_->delivery.bytes,
            std::string("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nnow").size());
}

TEST_F(LocalClientTest, WaitsOutDelaysAndWhatComesBehindThem) {
  chain_ = [](const aws::Call&) {
    aws::Outcome waiting;
    waiting.shape.delay = 20ms;
    waiting.then = [] {
      auto later = answered("late");
      later.shape.delay = 10ms;
      return later;
    };
    return waiting;
  };
  const auto before = clock_.ticks();
  EXPECT_EQ(send().get()->body, "late");
  EXPECT_GE(clock_.ticks() - before, 30ms);
  EXPECT_EQ(ended_->injected, 30ms);
}

TEST_F(LocalClientTest, WaitsOutAHold) {
  std::promise<std::function<void()>> held;
  chain_ = [&](const aws::Call&) {
    auto outcome = answered("released");
    outcome.shape.hold = [&](std::function<void()> go_on) { held.set_value(std::move(go_on)); };
    return outcome;
  };
  auto answer = send();
  const auto go_on = held.get_future().get();
  EXPECT_FALSE(is_there(answer));
  go_on();
  EXPECT_EQ(answer.get()->body, "released");
}

TEST_F(LocalClientTest, HasNoAnswerWhereItsWireBreaksIt) {
  using End = http::Delivery::End;
  using http::Wire;
  struct Case {
    Wire wire;
    End end;
    bool answered;
  };
  const auto head = std::string("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n").size();
  const Case cases[] = {
      {{.end = Wire::End::close, .silent = true}, End::closed, false},
      {{.end = Wire::End::reset, .silent = true}, End::reset, false},
      {{.end = Wire::End::hang, .silent = true}, End::timed_out, false},
      {{.end = Wire::End::close, .body_bytes = 2}, End::closed, false},
      {{.end = Wire::End::close}, End::sent, true},
      {{.body_bytes = 2}, End::sent, false},
      {{.pieces = 3, .body_over = 1h}, End::sent, true},
  };
  for (const auto& [wire, end, has_answer] : cases) {
    chain_ = [&w = wire](const aws::Call&) {
      auto outcome = answered("answer");
      outcome.shape.wire = w;
      return outcome;
    };
    auto answer = send();
    ASSERT_TRUE(is_there(answer));
    EXPECT_EQ(answer.get().has_value(), has_answer);
    EXPECT_EQ(ended_->delivery.end, end);
    EXPECT_EQ(ended_->delivery.bytes, wire.silent ? 0 : head + wire.body_bytes.value_or(6));
  }
}

TEST_F(LocalClientTest, GivesBackWhatWaitsWhenItIsStopped) {
  chain_ = [](const aws::Call&) {
    auto outcome = answered("never");
    outcome.shape.delay = 1h;
    return outcome;
  };
  auto answer = send();
  thread_.stop([this] { client_.stop(); });
  EXPECT_FALSE(answer.get());
  EXPECT_EQ(ended_->delivery.end, http::Delivery::End::reset);
  EXPECT_FALSE(send().get()) << "and takes nothing more";
}

}  // namespace
}  // namespace stunt::harness
