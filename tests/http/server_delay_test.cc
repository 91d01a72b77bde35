// SPDX-License-Identifier: MIT
//
// Late answers: a wait holds no thread, and a write that waits lands also without its client.
#include <vector>

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

class ServerDelay : public testing::Test {
 protected:
  ServerDelay() { server_.start(); }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0}, application_, clock_};
};

TEST_F(ServerDelay, IsKept) {
  RawClient client(server_.port());
  const auto before = clock_.ticks();
  client.send("GET /delay?80 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()), "late");
  EXPECT_GE(clock_.ticks() - before, 80ms);
}

TEST_F(ServerDelay, HoldsUpNobodyElse) {
  std::vector<RawClient> waiting;
  for (int i = 0; i < 100; ++i) {
    waiting.emplace_back(server_.port());
    waiting.back().send("GET /delay?300 HTTP/1.1\r\nHost: a\r\n\r\n");
  }
  ASSERT_TRUE(application_.wait_for_arrived(100));
  RawClient other(server_.port());
  other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(other.read_answer()), "ok");
  // The first to end is the one that was not delayed: 100 delays wait side by side, on one thread.
  EXPECT_EQ(application_.wait_for_ended(1).front().path, "/");
  for (auto& client : waiting) EXPECT_EQ(body_of(client.read_answer()), "late");
}

TEST_F(ServerDelay, OfAClientThatLeavesEndsAtOnce) {
  {
    RawClient client(server_.port());
    client.send("GET /delay?60000 HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(application_.wait_for_arrived(1));
  }
  const auto ended = application_.wait_for_ended(1);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].end, Delivery::End::client_gone);
  EXPECT_EQ(ended[0].bytes, 0u);
}

TEST_F(ServerDelay, OfAWriteIsAppliedAlthoughTheClientHasLeft) {
  {
    RawClient client(server_.port());
    client.send("GET /apply?100 HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(application_.wait_for_arrived(1));
    EXPECT_EQ(application_.applied(), 0);
  }
  const auto ended = application_.wait_for_ended(1);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].end, Delivery::End::client_gone);
  EXPECT_EQ(application_.applied(), 1);
}

TEST_F(ServerDelay, ThenApplyAnswersWhatWasApplied) {
  RawClient client(server_.port());
  client.send("GET /apply?20 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()), "applied");
  EXPECT_EQ(application_.applied(), 1);
}

}  // namespace
}  // namespace stunt::http
