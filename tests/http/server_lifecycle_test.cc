// SPDX-License-Identifier: MIT
//
// Many servers in one process: nothing is left behind.
#include <memory>
#include <vector>

#include <dirent.h>
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

std::size_t entries_of(const char* directory) {
  std::size_t count = 0;
  DIR* open = ::opendir(directory);
  while (::readdir(open)) ++count;
  ::closedir(open);
  return count;
}
std::size_t open_descriptors() { return entries_of("/proc/self/fd"); }
std::size_t live_threads() { return entries_of("/proc/self/task"); }

std::string get(std::uint16_t port) {
  RawClient client(port);
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  return body_of(client.read_answer());
}

TEST(ServerLifecycle, LeaksNoDescriptorAndNoThread) {
  world::SystemClock clock;
  ErrandApplication application;
  { Server first({.port = 0}, application, clock); }  // whatever is made once per process
  const auto descriptors = open_descriptors();
  const auto threads = live_threads();
  for (int i = 0; i < 50; ++i) {
    Server server({.port = 0, .threads = 1u + i % 3}, application, clock);
    server.start();
    EXPECT_EQ(get(server.port()), "ok");
    // A live and a waiting connection are not left behind either.
    RawClient live(server.port()), waiting(server.port());
    waiting.send("GET /delay?60000 HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(application.wait_for_arrived(2u * (i + 1)));
    server.stop();
  }
  EXPECT_EQ(open_descriptors(), descriptors);
  EXPECT_EQ(live_threads(), threads);
}

TEST(ServerLifecycle, ServersStandSideBySide) {
  world::SystemClock clock;
  ErrandApplication application;
  std::vector<std::unique_ptr<Server>> servers;
  for (int i = 0; i < 10; ++i) {
    servers.push_back(std::make_unique<Server>(ServerOptions{.port = 0}, application, clock));
    servers.back()->start();
  }
  for (const auto& server : servers) EXPECT_EQ(get(server->port()), "ok");
}

TEST(ServerLifecycle, DealsConnectionsOutToAllItsThreads) {
  world::SystemClock clock;
  ErrandApplication application;
  Server server({.port = 0, .threads = 4}, application, clock);
  server.start();
  std::vector<RawClient> clients;
  for (int i = 0; i < 40; ++i) clients.emplace_back(server.port());
  for (auto& client : clients) client.send("GET /delay?20 HTTP/1.1\r\nHost: a\r\n\r\n");
  for (auto& client : clients) EXPECT_EQ(body_of(client.read_answer()), "late");
}

TEST(ServerLifecycle, ListensOnLoopbackUnlessToldOtherwise) {
  world::SystemClock clock;
  ErrandApplication application;
  Server server({.port = 0}, application, clock);
  ASSERT_FALSE(server.addresses().empty());
  EXPECT_EQ(server.addresses().front(), "127.0.0.1");
  for (const auto& address : server.addresses()) {
    EXPECT_TRUE(address == "127.0.0.1" || address == "::1") << address;
  }
}

TEST(ServerLifecycle, SaysWhichAddressIsTakenAndWhatToDo) {
  world::SystemClock clock;
  ErrandApplication application;
  Server first({.port = 0}, application, clock);
  try {
    Server second({.port = first.port()}, application, clock);
    FAIL() << "two servers on one port";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("cannot listen on 127.0.0.1 port " +
                                        std::to_string(first.port()) + ": Address already in use"));
    EXPECT_THAT(error.what(), HasSubstr("--port"));
  }
}

TEST(ServerLifecycle, RefusesAHostThatIsNone) {
  world::SystemClock clock;
  ErrandApplication application;
  try {
    Server server({.hosts = {"256.0.0.1"}, .port = 0}, application, clock);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("cannot listen on 256.0.0.1"));
  }
}

}  // namespace
}  // namespace stunt::http
