// SPDX-License-Identifier: MIT
//
// Our server among 10,000 hostile messages and 200 clients that stall: whoever is decent is
// answered, at once.
#include <atomic>
#include <deque>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/socket.h>

#include "../fuzz/framing.h"
#include "../http/errand_application.h"
#include "good_client.h"
#include "hostile_message.h"
#include "http/server.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kSeed = 20261124;
constexpr std::uint64_t kMessages = 10000;
constexpr unsigned kHostileClients = 4;

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator open("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

/// Sends every message whose number leaves `rest` when divided by the number of hostile clients.
void be_hostile(std::uint16_t port, std::uint64_t rest) {
  using Ending = HostileMessage::Ending;
  constexpr std::size_t kLingering = 50;
  std::deque<RawClient> lingering;
  for (auto number = rest; number < kMessages; number += kHostileClients) {
    const auto message = make_hostile_message(kSeed, number);
    RawClient client(port, /*patience_ms=*/2);
    for (const auto& segment : message.segments) client.send(segment);
    switch (message.ending) {
      case Ending::reset:
        client.reset();
        break;
      case Ending::close:
        break;
      case Ending::half_close:
        client.half_close();
        client.read_all();
        break;
      case Ending::read:
        client.read_answer();
        break;
      case Ending::linger:
        lingering.push_back(std::move(client));
        if (lingering.size() > kLingering) lingering.pop_front();
        break;
    }
  }
}

/// Clients that stall: 120 in the middle of a request, 70 that say nothing, 10 that do not read.
class Stalled {
 public:
  explicit Stalled(std::uint16_t port) {
    for (std::size_t i = 0; i < 120; ++i) {
      half_.emplace_back(port);
      half_.back().send(kRequest.substr(0, cut_of(i)));
    }
    for (int i = 0; i < 70; ++i) silent_.emplace_back(port);
    for (int i = 0; i < 10; ++i) {
      unread_.emplace_back(port);
      const int window = 256 * 1024;
      ::setsockopt(unread_.back().fd(), SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
      unread_.back().send("GET /big?8000000 HTTP/1.1\r\nHost: a\r\n\r\n");
      EXPECT_EQ(unread_.back().wait(), RawClient::End::data);
    }
  }

  /// All of them go on at last, and get what they asked for.
  void go_on() {
    for (std::size_t i = 0; i < half_.size(); ++i) {
      half_[i].send(kRequest.substr(cut_of(i)));
      EXPECT_EQ(body_of(half_[i].read_answer()), "POST,,half and half") << "cut at " << cut_of(i);
    }
    for (auto& client : silent_) {
      client.send(kRequest);
      EXPECT_EQ(body_of(client.read_answer()), "POST,,half and half");
    }
    for (auto& client : unread_) EXPECT_EQ(body_of(client.read_answer()).size(), 8000000u);
  }

 private:
  static constexpr std::string_view kRequest =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 13\r\n\r\nhalf and half";
  static std::size_t cut_of(std::size_t number) { return 1 + number % (kRequest.size() - 1); }

  std::vector<RawClient> half_, silent_, unread_;
};

TEST(HostileMessages, DoNotKeepTheServerFromAnsweringAGoodClient) {
  const world::SystemClock clock;
  ErrandApplication application;
  http::Server server({.port = 0}, application, clock);
  server.start();
  GoodClient good(server.port());
  good.ask();
  const auto descriptors = open_descriptors();

  std::optional<Stalled> stalled(server.port());
  std::atomic<unsigned> busy{kHostileClients};
  std::vector<std::thread> hostile;
  for (unsigned rest = 0; rest < kHostileClients; ++rest) {
    hostile.emplace_back([&, rest] {
      be_hostile(server.port(), rest);
      --busy;
    });
  }
  const auto begun = clock.ticks();
  while (busy > 0 && !HasFatalFailure()) good.ask();
  for (auto& thread : hostile) thread.join();
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(clock.ticks() - begun);

  EXPECT_GT(good.answered(), 100u);
  EXPECT_LT(good.slowest(), kSlowestAllowed);
  RecordProperty("slowest_us", static_cast<int>(good.slowest().count()));
  std::cout << kMessages << " hostile messages in " << took.count() << " ms; meanwhile "
            << good.answered() << " good requests, the slowest answered in "
            << good.slowest().count() << " us" << std::endl;

  stalled->go_on();
  stalled.reset();
  // Each round trip gives the server the time to notice who has left.
  while (open_descriptors() > descriptors && clock.ticks() - begun - took < 10s) good.ask();
  EXPECT_EQ(open_descriptors(), descriptors) << "connections that nobody has any more";
}

TEST(HostileMessages, AreReadTheSameHoweverTheyAreCut) {
  for (std::uint64_t number = 0; number < kMessages; ++number) {
    const auto message = make_hostile_message(kSeed, number);
    const auto bytes = message.bytes();
    const auto reading = read_in_pieces(whole(bytes), {});
    ASSERT_EQ(reading.broken, "") << "message " << number;
    const std::vector<std::string_view> segments(message.segments.begin(), message.segments.end());
    for (const auto& pieces : {segments, in_drawn_pieces(bytes, 30)}) {
      ASSERT_EQ(read_in_pieces(pieces, {}).seen, reading.seen) << "message " << number;
    }
  }
}

TEST(HostileMessages, AreTheSameInEveryRunAndOfManyKinds) {
  std::size_t taken = 0, refused = 0, incomplete = 0;
  for (std::uint64_t number = 0; number < 1000; ++number) {
    const auto bytes = make_hostile_message(kSeed, number).bytes();
    EXPECT_EQ(bytes, make_hostile_message(kSeed, number).bytes());
    const auto seen = read_in_pieces(whole(bytes), {}).seen;
    if (seen.find("\n\n") != seen.npos) ++taken;
    if (seen.find("refused: ") != seen.npos) ++refused;
    if (seen.find("left over: ") != seen.npos) ++incomplete;
  }
  std::cout << "of 1000 messages " << taken << " have a whole request, " << refused
            << " are refused, " << incomplete << " are incomplete" << std::endl;
  EXPECT_GT(taken, 200u);
  EXPECT_GT(refused, 200u);
  EXPECT_GT(incomplete, 50u);
}

}  // namespace
}  // namespace stunt::test
