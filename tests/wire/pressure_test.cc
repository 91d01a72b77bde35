// SPDX-License-Identifier: MIT
//
// Our server and clients that are greedy, slow, or out of step.
#include <atomic>
#include <cerrno>
#include <iostream>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include "../http/errand_application.h"
#include "good_client.h"
#include "http/server.h"

namespace stunt::test {
namespace {

using testing::EndsWith;
using namespace std::chrono_literals;

class Pressure : public testing::Test {
 protected:
  explicit Pressure(http::Limits limits = {})
      : server_({.port = 0, .limits = limits}, application_, clock_) {
    server_.start();
  }

  world::SystemClock clock_;
  ErrandApplication application_;
  http::Server server_;
};

TEST_F(Pressure, ALongRequestBehindALateAnswerIsReadToItsEnd) {
  RawClient client(server_.port());
  const std::string body(500000, 'x');
  client.send(
      "GET /delay?50 HTTP/1.1\r\nHost: a\r\n\r\nPOST /echo HTTP/1.1\r\nHost: a\r\n"
      "Content-Length: 500000\r\n\r\n" +
      body);
  EXPECT_EQ(body_of(client.read_answer()), "late");
  EXPECT_EQ(body_of(client.read_answer()).size(), body.size() + 6);
}

TEST_F(Pressure, OfAClientThatLeavesWithMuchUnreadIsTakenOff) {
  {
    RawClient client(server_.port());
    client.send("GET /delay?60000 HTTP/1.1\r\nHost: a\r\n\r\n" + std::string(150000, 'x'));
    ASSERT_TRUE(application_.wait_for_arrived(1));
  }
  const auto ended = application_.wait_for_ended(1);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].end, http::Delivery::End::client_gone);
}

/// Sends `line` without end, as fast as it is taken, and throws away what comes back.
void be_greedy(std::uint16_t port, std::string_view line, const std::atomic<bool>& enough) {
  std::string lines;
  while (lines.size() < 200000) lines += line;
  std::vector<char> sink(65536);
  while (!enough) {
    RawClient client(port);
    std::string_view rest = lines;
    while (!enough) {
      const auto sent = ::send(client.fd(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && errno != EAGAIN) break;
      if (sent > 0) rest.remove_prefix(static_cast<std::size_t>(sent));
      if (rest.empty()) rest = lines;
      if (::recv(client.fd(), sink.data(), sink.size(), MSG_DONTWAIT) == 0) break;
    }
  }
}

TEST_F(Pressure, OfClientsThatNeverStopSendingHoldsUpNobody) {
  std::atomic<bool> enough{false};
  std::vector<std::thread> greedy;
  for (const char* line : {"\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "nonsense"}) {
    greedy.emplace_back([&, line] { be_greedy(server_.port(), line, enough); });
  }
  GoodClient good(server_.port());
  while (good.answered() < 200 && !HasFatalFailure()) good.ask();
  enough = true;
  for (auto& thread : greedy) thread.join();
  RecordProperty("slowest_us", static_cast<int>(good.slowest().count()));
  std::cout << "the slowest of " << good.answered() << " good requests was answered in "
            << good.slowest().count() << " us" << std::endl;
  EXPECT_LT(good.slowest(), kSlowestAllowed);
}

class PressureOfTime : public Pressure {
 protected:
  PressureOfTime() : Pressure({.partial = 1s}) {}
};

TEST_F(PressureOfTime, CutsARequestThatTricklesIn) {
  RawClient half_a_head(server_.port()), no_body(server_.port()), trickle(server_.port(), 100);
  half_a_head.send("GET / HTTP/1.1\r\n");
  no_body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n");
  trickle.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  const auto begun = clock_.ticks();
  pollfd ended{trickle.fd(), POLLIN, 0};
  while (::poll(&ended, 1, 100) == 0 && clock_.ticks() - begun < 5s) trickle.send("1\r\nx\r\n");
  EXPECT_NE(ended.revents, 0) << "a chunk every 100 ms kept it open";
  EXPECT_GE(clock_.ticks() - begun, 1s);
  EXPECT_EQ(half_a_head.wait(), RawClient::End::eof);
  EXPECT_EQ(no_body.wait(), RawClient::End::eof);
}

TEST_F(Pressure, ARefusalBehindHeadHasItsText) {
  RawClient client(server_.port());
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  client.read_answer(true);
  client.send("nonsense\r\n\r\n");
  EXPECT_EQ(body_of(client.read_all()), "The request line is not METHOD TARGET HTTP/1.1.\n");
}

TEST_F(Pressure, CloseIsFoundInAListOfConnectionOptions) {
  RawClient client(server_.port(), 500);
  client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: TE, close\r\n\r\n");
  EXPECT_THAT(client.read_all(), EndsWith("Connection: close\r\n\r\nok"));
  EXPECT_EQ(client.last_end(), RawClient::End::eof);
}

}  // namespace
}  // namespace stunt::test
