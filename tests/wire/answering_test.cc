// SPDX-License-Identifier: MIT
//
// How the two servers answer.
#include <csignal>
#include <vector>

#include <poll.h>
#include <sys/socket.h>

#include "comparison.h"
#include "world/clock.h"

namespace stunt::test {
namespace {

using testing::AssertionFailure;
using testing::AssertionResult;
using testing::AssertionSuccess;

AssertionResult answers_others_while_one_does_not_read(Subject& server) {
  auto slow = server.connect();
  const int small = 4096;
  ::setsockopt(slow.fd(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  slow.send(get("/big?50000000"));
  // Its first bytes have come: the server is in the middle of it.
  if (slow.wait() != RawClient::End::data) return AssertionFailure() << "nothing came";
  for (int i = 0; i < 5; ++i) {
    if (auto others = answers_a_new_client(server); !others) return others;
  }
  return AssertionSuccess();
}

TEST(OurServer, AnswersOthersWhileOneClientDoesNotRead) {
  expect_ours_behaves(answers_others_while_one_does_not_read);
}
TEST(StockEndpoint, SpinsWhileOneClientDoesNotReadAndAnswersNobody) {
  expect_stock_fails(answers_others_while_one_does_not_read, kSpins);
}

std::chrono::milliseconds time_until_it_begins(Subject& server, const std::string& target) {
  const world::SystemClock clock;
  const auto asked = clock.ticks();
  auto client = server.connect();
  client.send(get(target));
  client.wait();
  return std::chrono::duration_cast<std::chrono::milliseconds>(clock.ticks() - asked);
}

/// A client asks for something big and leaves while the answer is being made; the clients that
/// come next get its descriptor in the server. They ask nothing, so nothing may come. Which moment
/// is the wrong one is a matter of luck: each round tries another.
AssertionResult answers_only_whoever_asked(Subject& server) {
  constexpr int kRounds = 20;
  const std::string big = "/big?30000000";
  const auto making_ms = static_cast<int>(time_until_it_begins(server, big).count());
  for (int round = 0; round < kRounds; ++round) {
    auto leaving = server.connect();
    leaving.send(get(big));
    ::poll(nullptr, 0, making_ms * (10 + round % 10) / 20);
    leaving.reset();

    std::vector<RawClient> next;
    std::vector<pollfd> silent;
    for (int i = 0; i < 4; ++i) {
      next.push_back(server.connect());
      silent.push_back({next.back().fd(), POLLIN, 0});
      ::poll(silent.data(), silent.size(), 3);
    }
    if (::poll(silent.data(), silent.size(), making_ms) == 0) continue;
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (silent[i].revents == 0) continue;
      return AssertionFailure() << "a client that asked nothing got "
                                << body_of(next[i].read_answer()).size() << " bytes";
    }
  }
  return AssertionSuccess();
}

TEST(OurServer, AnswersOnlyWhoeverAsked) { expect_ours_behaves(answers_only_whoever_asked); }
TEST(StockEndpoint, AnswersAClientWithWhatAnotherAskedFor) {
  expect_stock_fails(answers_only_whoever_asked, "asked nothing got 30000000 bytes");
}

AssertionResult answers_head_without_a_body(Subject& server) {
  auto client = server.connect();
  client.send("HEAD /echo?1 HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto head = client.read_answer(/*head_only=*/true);
  client.send(get("/echo?2"));
  const auto next = client.read_answer();
  if (head.find("Content-Length: 7\r\n") != std::string::npos && body_of(next) == "GET,2,") {
    return AssertionSuccess();
  }
  return AssertionFailure() << "behind the head came '" << next << "'";
}

TEST(OurServer, AnswersHeadWithoutABody) { expect_ours_behaves(answers_head_without_a_body); }

AssertionResult closes_when_asked_to(Subject& server) {
  auto client = server.connect();
  client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  client.read_all();
  if (client.last_end() == RawClient::End::eof) return AssertionSuccess();
  return AssertionFailure() << "the connection stayed open";
}

TEST(OurServer, ClosesWhenAskedTo) { expect_ours_behaves(closes_when_asked_to); }
TEST(StockEndpoint, DoesNotCloseWhenAskedTo) {
  expect_stock_fails(closes_when_asked_to, "stayed open");
}

AssertionResult answers_500_to(Subject& server, const std::string& errand) {
  auto client = server.connect();
  client.send(get(errand));
  const auto answer = client.read_answer();
  if (status_of(answer) != 500) {
    return AssertionFailure() << "'" << answer << "' came instead of a status of 500";
  }
  return answers_a_new_client(server);
}

AssertionResult survives_an_exception(Subject& server) { return answers_500_to(server, "/throw"); }
AssertionResult survives_what_is_no_exception(Subject& server) {
  return answers_500_to(server, "/throw-int");
}

TEST(OurServer, Answers500ToAnException) { expect_ours_behaves(survives_an_exception); }
TEST(OurServer, Answers500ToWhatIsThrownAndIsNoException) {
  expect_ours_behaves(survives_what_is_no_exception);
}
TEST(StockEndpoint, DiesOfWhatIsThrownAndIsNoException) {
  StockEndpoint endpoint;
  EXPECT_FALSE(survives_what_is_no_exception(endpoint));
  EXPECT_EQ(endpoint.leave(), -SIGABRT);
}

}  // namespace
}  // namespace stunt::test
