// SPDX-License-Identifier: MIT
//
// Answers that come slowly: never more of one than its pace allows, and all of it in the end. A
// slow machine is later still, so only lower bounds of time are told.
#include <algorithm>

#include <gtest/gtest.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/server.h"
#include "witness.h"

namespace stunt::http {
namespace {

using test::body_of;
using test::ErrandApplication;
using test::is_silent;
using test::kGetWire;
using test::kHead;
using test::kOk;
using test::kWhole;
using test::RawClient;
using test::see;
using test::Seen;
using End = Wire::End;
using namespace std::chrono_literals;

/// `allowed(t)` says how many bytes may be there t after the request was sent.
void expect_pace(const Seen& seen, world::Moment asked, auto allowed) {
  for (const auto& [at, bytes] : seen.counts) {
    EXPECT_LE(bytes, allowed(at - asked)) << "after " << (at - asked).count() << " us";
  }
}

class ServerWirePace : public testing::Test {
 protected:
  ServerWirePace() { server_.start(); }

  Seen ask_for(std::size_t size, const std::string& request = kGetWire) {
    RawClient client(server_.port());
    asked_ = clock_.ticks();
    client.send(request);
    return see(client, size);
  }

  world::SystemClock clock_;
  ErrandApplication application_;
  // Whoever is idle when the sweep comes, after a second, is closed.
  Server server_{{.port = 0, .limits = {.idle = 0s}}, application_, clock_};
  world::Moment asked_{};
};

TEST_F(ServerWirePace, SendsTheBodyInPieces) {
  application_.set_wire({.pieces = 5, .body_over = 200ms});
  const auto seen = ask_for(kWhole.size());
  EXPECT_EQ(seen.bytes, kWhole);
  EXPECT_GE(clock_.ticks() - asked_, 200ms);
  expect_pace(seen, asked_,
              [](auto t) { return kHead.size() + 2 * static_cast<unsigned>(t / 40ms); });
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::sent);
  EXPECT_EQ(application_.wait_for_ended(1).at(0).bytes, kWhole.size());
}

TEST_F(ServerWirePace, SendsTheHeadByteByByte) {
  const auto each = 3ms;
  application_.set_wire({.head_over = each * static_cast<int>(kHead.size())});
  const auto seen = ask_for(kWhole.size());
  EXPECT_EQ(seen.bytes, kWhole);
  expect_pace(seen, asked_, [&](auto t) {
    const auto bytes = static_cast<std::size_t>(t / each);
    return bytes >= kHead.size() ? kWhole.size() : bytes;
  });
}

TEST_F(ServerWirePace, KeepsARate) {
  application_.set_wire({.bytes_per_second = 50});
  const auto seen = ask_for(kWhole.size());
  EXPECT_EQ(seen.bytes, kWhole);
  expect_pace(seen, asked_,
              [](auto t) { return kHead.size() + static_cast<std::size_t>(t / 20ms); });
}

TEST_F(ServerWirePace, KeepsARateOfMuch) {
  application_.set_wire({.bytes_per_second = 10'000'000}, std::string(2'000'000, 'x'));
  const auto seen = ask_for(2'000'000);
  EXPECT_GE(clock_.ticks() - asked_, 150ms);
  expect_pace(seen, asked_,
              [](auto t) { return 100u + 10u * static_cast<std::size_t>(t.count()); });
}

TEST_F(ServerWirePace, OfManyPiecesWithoutTimeIsJustThePieces) {
  application_.set_wire({.pieces = 5'000}, std::string(5'000, 'x'));
  const auto whole = std::string("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n").size() + 5'000;
  EXPECT_EQ(body_of(ask_for(whole).bytes), std::string(5'000, 'x'));
}

TEST_F(ServerWirePace, StandsAClientThatReadsSlowerThanItSends) {
  application_.set_wire({.pieces = 4, .body_over = 20ms}, std::string(20'000'000, 'x'));
  EXPECT_EQ(body_of(ask_for(20'000'000 + 45).bytes).size(), 20'000'000u);
}

TEST_F(ServerWirePace, LetsTheNextRequestsHaveTheirTurn) {
  application_.set_wire({.pieces = 3, .body_over = 30ms});
  const auto all = kOk + kWhole + kWhole + kOk;
  const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  EXPECT_EQ(ask_for(all.size(), get + kGetWire + kGetWire + get).bytes, all);
  EXPECT_GE(clock_.ticks() - asked_, 60ms);
}

TEST_F(ServerWirePace, HoldsUpNoOtherConnection) {
  application_.set_wire({.pieces = 1, .body_over = 1h});
  RawClient slow(server_.port());
  slow.send(kGetWire);
  EXPECT_EQ(see(slow, kHead.size()).bytes, kHead);
  EXPECT_EQ(ask_for(kOk.size(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n").bytes, kOk);
  EXPECT_TRUE(is_silent(slow));
}

TEST_F(ServerWirePace, EndsAsTheWireSays) {
  application_.set_wire({.end = End::reset, .body_bytes = 6, .pieces = 3, .body_over = 30ms});
  const auto seen = ask_for(SIZE_MAX);
  EXPECT_EQ(seen.bytes, kHead + "012345");
  EXPECT_EQ(seen.end, "RST");
  EXPECT_GE(clock_.ticks() - asked_, 30ms);
}

TEST_F(ServerWirePace, EndsAtOnceWithAClientThatLeaves) {
  application_.set_wire({.pieces = 10, .body_over = 10h});
  {
    RawClient polite(server_.port());
    polite.send(kGetWire);
    EXPECT_EQ(see(polite, kHead.size()).bytes, kHead);
  }
  {
    RawClient rude(server_.port());
    rude.send(kGetWire);
    EXPECT_EQ(see(rude, kHead.size()).bytes, kHead);
    rude.reset();
  }
  const auto ended = application_.wait_for_ended(2);
  ASSERT_EQ(ended.size(), 2u);
  for (const auto& one : ended) {
    EXPECT_EQ(one.end, Delivery::End::client_gone);
    EXPECT_EQ(one.bytes, kHead.size());
  }
}

TEST_F(ServerWirePace, OutlivesTheSweepForIdleConnections) {
  application_.set_wire({.end = End::hang, .silent = true});
  RawClient hanging(server_.port());
  hanging.send(kGetWire);
  ASSERT_TRUE(application_.wait_for_arrived(1));
  RawClient idle(server_.port());
  application_.set_wire({.pieces = 1, .body_over = 1300ms});
  EXPECT_EQ(ask_for(kWhole.size()).bytes, kWhole);
  EXPECT_EQ(see(idle).end, "FIN") << "the sweep has come";
  EXPECT_TRUE(is_silent(hanging));
}

}  // namespace
}  // namespace stunt::http
