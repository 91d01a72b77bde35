// SPDX-License-Identifier: MIT
//
// Stopping with grace: what is due within it is sent, the rest is reset and told so.
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/server.h"

namespace stunt::http {
namespace {

using test::body_of;
using test::ErrandApplication;
using test::RawClient;
using testing::HasSubstr;
using namespace std::chrono_literals;

class ServerStop : public testing::TestWithParam<unsigned> {
 protected:
  ServerStop() { server_.start(); }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0, .threads = GetParam()}, application_, clock_};
};

INSTANTIATE_TEST_SUITE_P(Threads, ServerStop, testing::Values(1u, 3u));

TEST_P(ServerStop, SendsWhatIsDueWithinTheGraceAndResetsTheRest) {
  RawClient soon(server_.port()), late(server_.port()), idle(server_.port());
  soon.send("GET /delay?150 HTTP/1.1\r\nHost: a\r\n\r\n");
  late.send("GET /delay?60000 HTTP/1.1\r\nHost: a\r\n\r\n");
  idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(idle.read_answer()), "ok");
  ASSERT_TRUE(application_.wait_for_arrived(3));
  // The client has its answer a moment before the application is told so.
  ASSERT_EQ(application_.wait_for_ended(1).size(), 1u);

  server_.stop(10s);

  const auto answer = soon.read_answer();
  EXPECT_EQ(body_of(answer), "late");
  EXPECT_THAT(answer, HasSubstr("Connection: close"));
  EXPECT_EQ(late.read_all(), "");
  EXPECT_EQ(late.last_end(), RawClient::End::reset);
  EXPECT_EQ(idle.read_all(), "");
  EXPECT_EQ(idle.last_end(), RawClient::End::eof);

  const auto ended = application_.wait_for_ended(3);
  ASSERT_EQ(ended.size(), 3u);
  EXPECT_EQ(ended[1].end, Delivery::End::reset);
  EXPECT_EQ(ended[2].end, Delivery::End::sent);
}

TEST_P(ServerStop, AppliesWhatIsDueAndLeavesTheRestUnapplied) {
  RawClient soon(server_.port()), late(server_.port());
  soon.send("GET /apply?100 HTTP/1.1\r\nHost: a\r\n\r\n");
  late.send("GET /apply?60000 HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_TRUE(application_.wait_for_arrived(2));
  server_.stop(10s);
  EXPECT_EQ(application_.applied(), 1);
  EXPECT_EQ(application_.wait_for_ended(2).size(), 2u);
}

TEST_P(ServerStop, EndsAtOnceWhenToldSo) {
  RawClient client(server_.port());
  client.send("GET /delay?5000 HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_TRUE(application_.wait_for_arrived(1));
  const auto before = clock_.ticks();
  std::thread stopper([&] { server_.stop(60s); });
  // Whichever of the two comes first: stop_now() on a server that is not stopping cuts as well.
  server_.stop_now();
  EXPECT_EQ(client.read_all(), "");
  stopper.join();
  EXPECT_LT(clock_.ticks() - before, 4s);
  EXPECT_EQ(application_.wait_for_ended(1).at(0).end, Delivery::End::reset);
}

TEST_P(ServerStop, IsDoneOnce) {
  server_.stop();
  server_.stop();
  EXPECT_THROW(RawClient(server_.port()), std::runtime_error);
}

}  // namespace
}  // namespace stunt::http
