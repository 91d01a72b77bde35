// SPDX-License-Identifier: MIT
#include "harness/application.h"

#include <optional>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "../aws/tiny_service.h"
#include "../support/manual_clock.h"
#include "aws/error.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

http::Request request_for(std::string target, std::string body) {
  http::Request request;
  request.method = "POST";
  request.path = "/";
  request.headers.add("X-Amz-Target", std::move(target));
  request.body = std::move(body);
  return request;
}

aws::Outcome answered(std::string body) {
  aws::Outcome outcome;
  outcome.reply = http::Reply{200, {}, std::move(body)};
  return outcome;
}

class ApplicationTest : public testing::Test {
 protected:
  void serve(aws::Handler chain) {
    application_.emplace(test::tiny_service(), std::move(chain), clock_);
    application_->record_to(
        [this](std::unique_ptr<aws::Exchange> e) { recorded_.push_back(std::move(e)); });
  }

  /// From arrival to the recorder, waits included.
  const aws::Exchange& ask(http::Request request) {
    auto exchange = application_->arrived(std::move(request), {});
    while (exchange->resume()) {
    }
    application_->finished(std::move(exchange));
    return *recorded_.back();
  }

  test::ManualClock clock_;
  std::optional<Application> application_;
  std::vector<std::unique_ptr<aws::Exchange>> recorded_;
};

TEST_F(ApplicationTest, CountsArrivalsAndThoseOfEachKey) {
  serve([](const aws::Call&) { return answered("{}"); });
  EXPECT_EQ(ask(request_for("boxes.PutBox", R"({"BoxId": "a"})")).call.ordinal, 1u);
  EXPECT_EQ(ask(request_for("boxes.PutBox", R"({"BoxId": "b"})")).call.ordinal, 1u);
  const auto& third = ask(request_for("boxes.PutBox", R"({"BoxId": "a"})"));
  EXPECT_EQ(third.call.ordinal, 2u);
  EXPECT_EQ(third.call.seq, 3u);
}

TEST_F(ApplicationTest, MeasuresTheEngineAndLeavesTheWaitOut) {
  serve([this](const aws::Call&) {
    clock_.advance(3ms);
    aws::Outcome outcome;
    outcome.shape.delay = 1s;
    outcome.then = [this] {
      clock_.advance(4ms);
      return answered("late");
    };
    return outcome;
  });
  const auto& exchange = ask(request_for("boxes.PutBox", "{}"));
  EXPECT_EQ(exchange.engine, 7ms);
  EXPECT_EQ(exchange.injected, 1s);
  EXPECT_EQ(exchange.reply().body, "late");
}

TEST_F(ApplicationTest, AnswersAnExceptionAsAwsDoesAndShowsNothingOfIt) {
  serve([](const aws::Call&) -> aws::Outcome { throw std::runtime_error("hunter2"); });
  testing::internal::CaptureStdout();
  const auto& exchange = ask(request_for("boxes.PutBox", "{}"));
  const auto logged = testing::internal::GetCapturedStdout();
  EXPECT_EQ(exchange.reply().status, 500);
  EXPECT_EQ(aws::error_code(exchange.reply()), "InternalFailure");
  EXPECT_EQ((exchange.reply().body + logged).find("hunter2"), std::string::npos);
  EXPECT_NE(logged.find("runtime_error"), std::string::npos) << "a bug must be seen";
}

}  // namespace
}  // namespace stunt::harness
