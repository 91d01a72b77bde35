// SPDX-License-Identifier: MIT
//
// How an answer ends that a Wire breaks: what arrives, with which end, and what the others on the
// connection see of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/server.h"
#include "witness.h"

namespace stunt::http {
namespace {

using test::ask;
using test::body_of;
using test::ErrandApplication;
using test::is_silent;
using test::kGetWire;
using test::kHead;
using test::kOk;
using test::kWhole;
using test::RawClient;
using test::see;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;
using End = Wire::End;
using namespace std::chrono_literals;

constexpr const char* kGet = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

class ServerWireEnd : public testing::Test {
 protected:
  ServerWireEnd() { server_.start(); }

  RawClient connect() { return RawClient(server_.port()); }

  /// The n-th exchange that ended.
  ErrandApplication::Ended ended(std::size_t n = 1) {
    const auto all = application_.wait_for_ended(n);
    return all.size() < n ? ErrandApplication::Ended{} : all[n - 1];
  }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0}, application_, clock_};
};

TEST_F(ServerWireEnd, SilentCloseIsAFinAndNothingElse) {
  application_.set_wire({.end = End::close, .silent = true});
  const auto seen = ask(server_.port(), kGetWire);
  EXPECT_EQ(seen.bytes, "");
  EXPECT_EQ(seen.end, "FIN");
  EXPECT_EQ(ended().end, Delivery::End::closed);
  EXPECT_EQ(ended().bytes, 0u);
}

TEST_F(ServerWireEnd, SilentResetIsAnRstAndNothingElse) {
  application_.set_wire({.end = End::reset, .silent = true});
  const auto seen = ask(server_.port(), kGetWire);
  EXPECT_EQ(seen.bytes, "");
  EXPECT_EQ(seen.end, "RST");
  EXPECT_EQ(ended().end, Delivery::End::reset);
  EXPECT_EQ(ended().bytes, 0u);
}

TEST_F(ServerWireEnd, SilentHangLastsUntilTheClientLeaves) {
  application_.set_wire({.end = End::hang, .silent = true});
  {
    auto client = connect();
    client.send(kGetWire);
    ASSERT_TRUE(application_.wait_for_arrived(1));
    EXPECT_TRUE(is_silent(client));
  }
  EXPECT_EQ(ended().end, Delivery::End::timed_out);
  EXPECT_EQ(ended().bytes, 0u);
}

TEST_F(ServerWireEnd, HangEndsWithAClientThatShutsOnlyItsSide) {
  application_.set_wire({.end = End::hang, .body_bytes = 3});
  auto client = connect();
  client.send(kGetWire);
  client.half_close();
  EXPECT_THAT(kHead + "012", StartsWith(see(client).bytes));
  EXPECT_EQ(ended().end, Delivery::End::timed_out);
}

TEST_F(ServerWireEnd, HangEndsWithAClientThatHasSentMoreThanIsBuffered) {
  application_.set_wire({.end = End::hang, .silent = true});
  {
    auto client = connect();
    client.send(kGetWire);
    client.send(std::string(3'000'000, 'x'));
  }
  EXPECT_EQ(ended().end, Delivery::End::timed_out);
}

TEST_F(ServerWireEnd, CutBodyArrivesBeforeTheEnd) {
  struct Case {
    End end;
    const char* seen;
    Delivery::End delivery;
  };
  std::size_t exchanges = 0;
  for (const auto& [end, seen_end, delivery] : {Case{End::close, "FIN", Delivery::End::closed},
                                                Case{End::reset, "RST", Delivery::End::reset}}) {
    application_.set_wire({.end = end, .body_bytes = 4});
    const auto seen = ask(server_.port(), kGetWire);
    EXPECT_EQ(seen.bytes, kHead + "0123");
    EXPECT_EQ(seen.end, seen_end);
    EXPECT_EQ(ended(++exchanges).end, delivery);
    EXPECT_EQ(ended(exchanges).bytes, kHead.size() + 4);
  }
}

TEST_F(ServerWireEnd, CutBodyArrivesBeforeItHangs) {
  application_.set_wire({.end = End::hang, .body_bytes = 4});
  {
    auto client = connect();
    client.send(kGetWire);
    EXPECT_EQ(see(client, kHead.size() + 4).bytes, kHead + "0123");
    EXPECT_TRUE(is_silent(client));
  }
  EXPECT_EQ(ended().end, Delivery::End::timed_out);
  EXPECT_EQ(ended().bytes, kHead.size() + 4);
}

TEST_F(ServerWireEnd, WholeAnswerThatIsClosedBehindCountsAsSent) {
  application_.set_wire({.end = End::close});
  const auto seen = ask(server_.port(), std::string(kGetWire) + kGet);
  EXPECT_EQ(seen.bytes, kWhole) << "and what was pipelined behind it is not answered";
  EXPECT_EQ(seen.end, "FIN");
  EXPECT_EQ(ended().end, Delivery::End::sent);
  EXPECT_EQ(application_.arrived(), 1u);
}

TEST_F(ServerWireEnd, WholeAnswerThatIsResetBehindArrives) {
  application_.set_wire({.end = End::reset});
  const auto seen = ask(server_.port(), kGetWire);
  EXPECT_EQ(seen.bytes, kWhole);
  EXPECT_EQ(seen.end, "RST");
  EXPECT_EQ(ended().end, Delivery::End::reset);
}

TEST_F(ServerWireEnd, ResetWaitsUntilALargeAnswerHasArrived) {
  application_.set_wire({.end = End::reset, .body_bytes = 7'000'000}, std::string(8'000'000, 'x'));
  const auto seen = ask(server_.port(), kGetWire);
  EXPECT_THAT(body_of(seen.bytes), testing::SizeIs(7'000'000));
  EXPECT_EQ(seen.end, "RST");
}

TEST_F(ServerWireEnd, ResetDoesNotWaitForEverForAClientThatDoesNotRead) {
  application_.set_wire({.end = End::reset}, std::string(100'000, 'x'));
  auto client = connect();
  const int small = 4096;
  ::setsockopt(client.fd(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  client.send(kGetWire);
  EXPECT_EQ(ended().end, Delivery::End::reset);
  const auto seen = see(client);
  EXPECT_LT(seen.bytes.size(), 100'000u);
  EXPECT_EQ(seen.end, "RST");
}

TEST_F(ServerWireEnd, CutBodyAloneKeepsTheConnection) {
  application_.set_wire({.body_bytes = 4});
  auto client = connect();
  client.send(std::string(kGetWire) + kGet);
  EXPECT_EQ(see(client, kHead.size() + 4 + kOk.size()).bytes, kHead + "0123" + kOk);
  EXPECT_EQ(ended().end, Delivery::End::sent);
}

TEST_F(ServerWireEnd, ResetAtTheNextRequestStrikesItsFirstByte) {
  application_.set_wire({.end = End::reset_at_next});
  auto client = connect();
  client.send(kGetWire);
  EXPECT_EQ(see(client, kWhole.size()).bytes, kWhole);
  EXPECT_EQ(ended().end, Delivery::End::sent);
  EXPECT_TRUE(is_silent(client));
  client.send("G");
  const auto seen = see(client);
  EXPECT_EQ(seen.bytes, "");
  EXPECT_EQ(seen.end, "RST");
  EXPECT_EQ(application_.arrived(), 1u);
}

TEST_F(ServerWireEnd, ResetAtTheNextRequestStrikesOneThatWasPipelined) {
  application_.set_wire({.end = End::reset_at_next});
  for (const char* path : {"/wire", "/wire?20"}) {
    const auto seen =
        ask(server_.port(), "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n" + kGet);
    EXPECT_EQ(seen.bytes, kWhole);
    EXPECT_EQ(seen.end, "RST");
  }
  EXPECT_EQ(application_.arrived(), 2u);
}

TEST_F(ServerWireEnd, ResetAtTheNextRequestSparesAClientThatMakesNone) {
  application_.set_wire({.end = End::reset_at_next});
  auto leaving = connect();
  leaving.send(kGetWire);
  EXPECT_EQ(see(leaving, kWhole.size()).bytes, kWhole);
  leaving.half_close();
  EXPECT_EQ(see(leaving).end, "FIN");

  const auto closing =
      ask(server_.port(), "GET /wire HTTP/1.1\r\nConnection: close\r\nHost: a\r\n\r\n");
  EXPECT_THAT(closing.bytes, EndsWith("Connection: close\r\n\r\n0123456789"));
  EXPECT_EQ(closing.end, "FIN");
}

TEST_F(ServerWireEnd, WrongLengthLeavesTheBodyAndTheConnection) {
  for (const auto& [error, length] : {std::pair{2, "12"}, std::pair{-4, "6"}}) {
    application_.set_wire({.length_error = error});
    const auto answer =
        "HTTP/1.1 200 OK\r\nContent-Length: " + std::string(length) + "\r\n\r\n0123456789";
    auto client = connect();
    client.send(kGetWire);
    EXPECT_EQ(see(client, answer.size()).bytes, answer);
    client.send(kGet);
    EXPECT_EQ(see(client, kOk.size()).bytes, kOk);
  }
  EXPECT_EQ(ended(2).end, Delivery::End::sent);
}

TEST_F(ServerWireEnd, NeighboursBeforeAreSentWhole) {
  for (const bool silent : {true, false}) {
    application_.set_wire({.end = End::reset, .silent = silent});
    const auto seen = ask(server_.port(), std::string(kGet) + kGet + kGetWire + kGet);
    EXPECT_EQ(seen.bytes, kOk + kOk + (silent ? "" : kWhole));
    EXPECT_EQ(seen.end, "RST");
  }
  EXPECT_EQ(application_.arrived(), 6u) << "the last of each four never begins";
}

TEST_F(ServerWireEnd, LargeNeighbourBeforeIsSentWhole) {
  application_.set_wire({.end = End::reset, .silent = true});
  const auto seen =
      ask(server_.port(), "GET /big?5000000 HTTP/1.1\r\nHost: a\r\n\r\n" + std::string(kGetWire));
  EXPECT_EQ(body_of(seen.bytes).size(), 5'000'000u);
  EXPECT_EQ(seen.end, "RST");
}

TEST_F(ServerWireEnd, ComesWhenTheWaitIsOver) {
  application_.set_wire({.end = End::reset, .body_bytes = 1});
  const auto before = clock_.ticks();
  EXPECT_EQ(ask(server_.port(), "GET /wire?60 HTTP/1.1\r\nHost: a\r\n\r\n").bytes, kHead + "0");
  EXPECT_GE(clock_.ticks() - before, 60ms);

  auto held = connect();
  held.send("GET /wire-hold HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto go_on = application_.wait_for_held(1);
  ASSERT_EQ(go_on.size(), 1u);
  EXPECT_TRUE(is_silent(held));
  go_on[0]();
  EXPECT_EQ(see(held).end, "RST");

  const auto applied = ask(server_.port(), "GET /wire-apply?1 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(applied.bytes, EndsWith("\r\n\r\na"));
  EXPECT_EQ(applied.end, "RST");
  EXPECT_EQ(application_.applied(), 1);
}

TEST_F(ServerWireEnd, GoesWithHeadAndWithOldClients) {
  application_.set_wire({.end = End::close, .body_bytes = 4});
  const auto head = ask(server_.port(), "HEAD /wire HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(head.bytes, kHead);
  EXPECT_EQ(ended(1).end, Delivery::End::sent) << "HEAD has no body that could be cut";

  const auto old = ask(server_.port(), "GET /wire HTTP/1.0\r\n\r\n");
  EXPECT_THAT(old.bytes, HasSubstr("Content-Length: 10\r\nConnection: close\r\n\r\n0123"));
  EXPECT_EQ(ended(2).end, Delivery::End::closed);

  application_.set_wire({.body_bytes = 4});
  const auto last = ask(server_.port(), "GET /wire HTTP/1.0\r\n\r\n");
  EXPECT_EQ(last.end, "FIN");
  EXPECT_EQ(ended(3).end, Delivery::End::sent) << "it is the client that wanted it closed";
}

}  // namespace
}  // namespace stunt::http
