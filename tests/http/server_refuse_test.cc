// SPDX-License-Identifier: MIT
//
// New connections are refused for a while: by the kernel, on every address, and for nobody else.
#include <algorithm>
#include <cerrno>
#include <vector>

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/descriptor.h"
#include "http/server.h"
#include "witness.h"

namespace stunt::http {
namespace {

using test::body_of;
using test::ErrandApplication;
using test::kGetWire;
using test::RawClient;
using test::try_to_connect;
using namespace std::chrono_literals;

std::string get(RawClient& client) {
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  return body_of(client.read_answer());
}

class ServerRefuse : public testing::TestWithParam<unsigned> {
 protected:
  ServerRefuse() { server_.start(); }

  void refuse(RawClient& client, world::Duration span) {
    application_.set_wire({.refuse = span});
    client.send(kGetWire);
    EXPECT_EQ(body_of(client.read_answer()), "0123456789");
  }

  /// Knocks until it is let in; when that was.
  world::Moment wait_until_open() {
    const auto patience = clock_.ticks() + 20s;
    int error = ECONNREFUSED;
    while (error != 0 && clock_.ticks() < patience) {
      error = try_to_connect(server_.port());
      EXPECT_TRUE(error == 0 || error == ECONNREFUSED) << error;
    }
    EXPECT_EQ(error, 0);
    return clock_.ticks();
  }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0, .threads = GetParam()}, application_, clock_};
};

INSTANTIATE_TEST_SUITE_P(Threads, ServerRefuse, testing::Values(1u, 3u));

TEST_P(ServerRefuse, IsDoneByTheKernelOnEveryAddress) {
  RawClient client(server_.port());
  refuse(client, 1h);
  EXPECT_EQ(try_to_connect(server_.port()), ECONNREFUSED);
  EXPECT_EQ(try_to_connect(server_.port(), /*ipv6=*/true), ECONNREFUSED);
}

TEST_P(ServerRefuse, EndsWhenItsTimeIsOver) {
  RawClient client(server_.port());
  for (int i = 0; i < 3; ++i) {
    const auto before = clock_.ticks();
    refuse(client, 100ms);
    EXPECT_GE(wait_until_open() - before, 100ms);
    RawClient another(server_.port());
    EXPECT_EQ(get(another), "ok");
    const auto& addresses = server_.addresses();
    if (std::find(addresses.begin(), addresses.end(), "::1") != addresses.end()) {
      EXPECT_EQ(try_to_connect(server_.port(), /*ipv6=*/true), 0);
    }
  }
}

TEST_P(ServerRefuse, LeavesConnectionsAloneThatAreThere) {
  std::vector<RawClient> there;
  for (int i = 0; i < 20; ++i) there.emplace_back(server_.port());
  refuse(there.front(), 1h);
  for (auto& client : there) EXPECT_EQ(get(client), "ok");
}

TEST_P(ServerRefuse, LastsAsLongAsTheLongestWants) {
  RawClient one(server_.port()), two(server_.port());
  auto before = clock_.ticks();
  refuse(one, 200ms);
  refuse(two, 1ms);
  EXPECT_GE(wait_until_open() - before, 200ms);

  before = clock_.ticks();
  refuse(one, 1ms);
  refuse(two, 200ms);
  EXPECT_GE(wait_until_open() - before, 200ms);
}

TEST_P(ServerRefuse, BeginsWhenTheAnswerIsDue) {
  application_.set_wire({.refuse = 1h});
  RawClient client(server_.port());
  client.send("GET /wire-hold HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto go_on = application_.wait_for_held(1);
  ASSERT_EQ(go_on.size(), 1u);
  EXPECT_EQ(try_to_connect(server_.port()), 0);
  go_on[0]();
  EXPECT_EQ(body_of(client.read_answer()), "0123456789");
  EXPECT_EQ(try_to_connect(server_.port()), ECONNREFUSED);
}

TEST_P(ServerRefuse, KeepsThePort) {
  RawClient client(server_.port());
  refuse(client, 1h);
  const Descriptor other(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const int on = 1;
  ::setsockopt(other.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(server_.port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(::bind(other.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), -1);
  EXPECT_EQ(errno, EADDRINUSE);
}

TEST_P(ServerRefuse, DoesNotOutliveTheServer) {
  const auto port = server_.port();
  RawClient client(port);
  refuse(client, 1h);
  server_.stop();
  Server next({.port = port}, application_, clock_);
  next.start();
  RawClient another(port);
  EXPECT_EQ(get(another), "ok");
}

}  // namespace
}  // namespace stunt::http
