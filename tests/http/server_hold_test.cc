// SPDX-License-Identifier: MIT
//
// Answers that wait for somebody else: who lets them go on may be any thread, at any time.
#include <optional>
#include <thread>

#include <gtest/gtest.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/server.h"

namespace stunt::http {
namespace {

using test::body_of;
using test::ErrandApplication;
using test::RawClient;
using namespace std::chrono_literals;

constexpr const char* kPlain = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

class ServerHold : public testing::Test {
 protected:
  ServerHold() { server_->start(); }

  void send(RawClient& client, const std::string& target) {
    client.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  world::SystemClock clock_;
  ErrandApplication application_;
  std::optional<Server> server_{std::in_place, ServerOptions{.port = 0}, application_, clock_};
};

TEST_F(ServerHold, LastsUntilAnotherThreadSaysGoOn) {
  RawClient client(server_->port());
  send(client, "/hold");
  const auto held = application_.wait_for_held(1);
  ASSERT_EQ(held.size(), 1u);
  EXPECT_TRUE(application_.wait_for_ended(0).empty());
  std::thread(held[0]).join();
  EXPECT_EQ(body_of(client.read_answer()), "released");
}

TEST_F(ServerHold, HoldsUpNobodyElse) {
  RawClient client(server_->port()), other(server_->port());
  send(client, "/hold");
  ASSERT_EQ(application_.wait_for_held(1).size(), 1u);
  other.send(kPlain);
  EXPECT_EQ(body_of(other.read_answer()), "ok");
}

TEST_F(ServerHold, BeginsWhenTheDelayHasPassed) {
  RawClient client(server_->port());
  const auto before = clock_.ticks();
  send(client, "/hold?60");
  ASSERT_EQ(application_.wait_for_held(1).size(), 1u);
  EXPECT_GE(clock_.ticks() - before, 60ms);
}

TEST_F(ServerHold, MayBeOverBeforeItHasBegun) {
  RawClient client(server_->port());
  send(client, "/go-on");
  EXPECT_EQ(body_of(client.read_answer()), "went on");
  client.send(kPlain);
  EXPECT_EQ(body_of(client.read_answer()), "ok") << "going on three times is going on once";
}

TEST_F(ServerHold, EndsOnceHoweverManyThreadsSayGoOn) {
  RawClient client(server_->port());
  send(client, "/hold-twice");
  const auto first = application_.wait_for_held(1);
  ASSERT_EQ(first.size(), 1u);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(first[0]);
  for (auto& thread : threads) thread.join();
  const auto second = application_.wait_for_held(2);
  ASSERT_EQ(second.size(), 2u);
  first[0]();
  RawClient other(server_->port());
  other.send(kPlain);
  EXPECT_EQ(body_of(other.read_answer()), "ok");
  EXPECT_EQ(application_.wait_for_ended(1).size(), 1u) << "the second hold still lasts";
  second[1]();
  EXPECT_EQ(body_of(client.read_answer()), "released twice");
}

TEST_F(ServerHold, OfAClientThatLeavesIsForgotten) {
  {
    RawClient client(server_->port());
    send(client, "/hold");
    ASSERT_EQ(application_.wait_for_held(1).size(), 1u);
  }
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::client_gone);
  application_.wait_for_held(1)[0]();
  RawClient other(server_->port());
  other.send(kPlain);
  EXPECT_EQ(body_of(other.read_answer()), "ok");
  EXPECT_EQ(application_.wait_for_ended(2).size(), 2u);
}

TEST_F(ServerHold, OfAWriteIsAppliedAlthoughTheClientHasLeft) {
  {
    RawClient client(server_->port());
    send(client, "/hold-apply");
    ASSERT_EQ(application_.wait_for_held(1).size(), 1u);
  }
  application_.wait_for_held(1)[0]();
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::client_gone);
  EXPECT_EQ(application_.applied(), 1);
}

TEST_F(ServerHold, IsWaitedForWithinTheGraceOfAStop) {
  RawClient client(server_->port());
  send(client, "/hold-apply");
  const auto held = application_.wait_for_held(1);
  ASSERT_EQ(held.size(), 1u);
  std::thread stopper([&] { server_->stop(60s); });
  held[0]();
  EXPECT_EQ(body_of(client.read_answer()), "applied");
  stopper.join();
}

TEST_F(ServerHold, IsCutOffByAStopAndGoingOnDoesNothingAfterwards) {
  RawClient client(server_->port());
  send(client, "/hold-apply");
  const auto held = application_.wait_for_held(1);
  ASSERT_EQ(held.size(), 1u);
  server_->stop();
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::reset);
  held[0]();
  server_.reset();
  held[0]();
  EXPECT_EQ(application_.applied(), 0);
}

TEST_F(ServerHold, MayRaceWithAStop) {
  for (int i = 0; i < 20; ++i) {
    Server server({.port = 0, .threads = 2}, application_, clock_);
    server.start();
    RawClient client(server.port());
    send(client, "/hold-apply");
    const auto count = static_cast<std::size_t>(i) + 1;
    const auto held = application_.wait_for_held(count);
    ASSERT_EQ(held.size(), count);
    std::thread releaser(held.back());
    server.stop();
    releaser.join();
    EXPECT_EQ(application_.wait_for_ended(count).size(), count);
  }
}

TEST_F(ServerHold, ThatCannotBeginCutsTheConnection) {
  RawClient client(server_->port());
  send(client, "/hold-throw");
  EXPECT_EQ(client.read_all(), "");
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::reset);
}

}  // namespace
}  // namespace stunt::http
