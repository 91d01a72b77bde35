// SPDX-License-Identifier: MIT
//
// A server that stops while answers go over broken wires leaves nothing behind.
#include <filesystem>
#include <iterator>
#include <optional>

#include <gtest/gtest.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/server.h"
#include "witness.h"

namespace stunt::http {
namespace {

using test::ErrandApplication;
using test::kGetWire;
using test::kHead;
using test::RawClient;
using test::see;
using End = Wire::End;
using namespace std::chrono_literals;

std::ptrdiff_t open_descriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

class ServerWireStop : public testing::TestWithParam<unsigned> {
 protected:
  ServerWireStop() { server_.start(); }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0, .threads = GetParam()}, application_, clock_};
};

INSTANTIATE_TEST_SUITE_P(Threads, ServerWireStop, testing::Values(1u, 3u));

TEST_P(ServerWireStop, ResetsWhatHangsWithoutWaitingForTheGrace) {
  application_.set_wire({.end = End::hang, .body_bytes = 2});
  RawClient client(server_.port());
  client.send(kGetWire);
  EXPECT_EQ(see(client, kHead.size() + 2).bytes, kHead + "01");
  server_.stop(1h);
  EXPECT_EQ(see(client).end, "RST");
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::reset);
}

TEST_P(ServerWireStop, ResetsWhatBeginsToHangWhileItStops) {
  application_.set_wire({.end = End::hang, .pieces = 1, .body_over = 100ms});
  RawClient client(server_.port());
  client.send(kGetWire);
  EXPECT_EQ(see(client, kHead.size()).bytes, kHead);
  server_.stop(1h);
  const auto seen = see(client);
  EXPECT_EQ(seen.bytes, "0123456789");
  EXPECT_EQ(seen.end, "RST");
}

TEST_P(ServerWireStop, SendsASlowAnswerToItsEndWithinTheGrace) {
  application_.set_wire({.pieces = 5, .body_over = 100ms});
  RawClient client(server_.port());
  client.send(kGetWire);
  EXPECT_EQ(see(client, kHead.size()).bytes, kHead);
  server_.stop(1h);
  const auto seen = see(client);
  EXPECT_EQ(seen.bytes, "0123456789");
  EXPECT_EQ(seen.end, "FIN");
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::sent);
}

TEST_P(ServerWireStop, ResetsASlowAnswerWhenTheGraceIsOver) {
  application_.set_wire({.pieces = 5, .body_over = 5h});
  RawClient client(server_.port());
  client.send(kGetWire);
  EXPECT_EQ(see(client, kHead.size()).bytes, kHead);
  server_.stop(20ms);
  EXPECT_EQ(see(client).end, "RST");
  const auto ended = application_.wait_for_ended(1).at(0);
  EXPECT_EQ(ended.end, Delivery::End::reset);
  EXPECT_EQ(ended.bytes, kHead.size());
}

TEST_P(ServerWireStop, ClosesAConnectionThatWasToBeResetAtItsNextRequest) {
  application_.set_wire({.end = End::reset_at_next});
  RawClient client(server_.port());
  client.send(kGetWire);
  EXPECT_EQ(see(client, kHead.size() + 10).bytes, kHead + "0123456789");
  ASSERT_EQ(application_.wait_for_ended(1).size(), 1u);
  server_.stop(1h);
  EXPECT_EQ(see(client).end, "FIN");
}

TEST(ServerWireDescriptors, AreGivenBackWhateverHappened) {
  const Wire wires[] = {
      {.end = End::close, .silent = true},
      {.end = End::reset, .silent = true},
      {.end = End::hang, .silent = true},
      {.end = End::reset, .body_bytes = 2},
      {.end = End::reset_at_next},
      {.pieces = 5, .body_over = 5h},
      {.refuse = 5h},
  };
  world::SystemClock clock;
  ErrandApplication application;
  { Server first({.port = 0}, application, clock); }
  const auto before = open_descriptors();
  std::size_t asked = 0;
  for (const auto& wire : wires) {
    for (const unsigned threads : {1u, 2u}) {
      Server server({.port = 0, .threads = threads}, application, clock);
      server.start();
      RawClient other(server.port()), client(server.port());
      application.set_wire(wire);
      client.send(kGetWire);
      ASSERT_TRUE(application.wait_for_arrived(++asked));
      server.stop();
    }
  }
  EXPECT_EQ(application.wait_for_ended(asked).size(), asked);
  EXPECT_EQ(open_descriptors(), before);
}

}  // namespace
}  // namespace stunt::http
