// SPDX-License-Identifier: MIT
//
// How the two servers start, stop, and take many clients at once.
#include <vector>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>

#include "comparison.h"

namespace stunt::test {
namespace {

using testing::AssertionFailure;
using testing::AssertionResult;
using testing::AssertionSuccess;

AssertionResult keeps_no_descriptor_from_start_to_start(Subject& server) {
  server.stop_server();
  server.start_server();  // whatever is made once per process is there now
  const auto before = server.open_descriptors();
  constexpr int kTimes = 20;
  for (int i = 0; i < kTimes; ++i) {
    server.stop_server();
    server.start_server();
  }
  const auto after = server.open_descriptors();
  if (after == before) return AssertionSuccess();
  return AssertionFailure() << after - before << " descriptors leaked in " << kTimes << " starts";
}

TEST(OurServer, KeepsNoDescriptorFromStartToStart) {
  expect_ours_behaves(keeps_no_descriptor_from_start_to_start);
}
TEST(StockEndpoint, LeaksDescriptorsFromStartToStart) {
  expect_stock_fails(keeps_no_descriptor_from_start_to_start, "80 descriptors leaked");
}

AssertionResult closes_live_connections_when_it_stops(Subject& server) {
  auto client = server.connect();
  client.send(get("/"));
  client.read_answer();
  server.stop_server();
  if (client.wait() == RawClient::End::eof) return AssertionSuccess();
  return AssertionFailure() << "the connection stayed open";
}

TEST(OurServer, ClosesLiveConnectionsWhenItStops) {
  expect_ours_behaves(closes_live_connections_when_it_stops);
}
TEST(StockEndpoint, ForgetsItsLiveConnectionsWhenItStops) {
  expect_stock_fails(closes_live_connections_when_it_stops, "stayed open");
}

/// The server gets no CPU for a moment, and clients come: they wait in the kernel's backlog.
AssertionResult has_room_for_many_clients_at_once(Subject& server) {
  constexpr int kClients = 600;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(server.port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

  server.freeze();
  std::vector<http::Descriptor> clients;
  std::vector<pollfd> waiting;
  for (int i = 0; i < kClients; ++i) {
    clients.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    ::connect(clients.back().get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
    waiting.push_back({clients.back().get(), POLLOUT, 0});
  }
  const int connected = ::poll(waiting.data(), waiting.size(), 0);
  server.thaw();
  if (connected == kClients) return answers_a_new_client(server);
  return AssertionFailure() << connected << " of " << kClients << " clients could connect";
}

TEST(OurServer, HasRoomForManyClientsAtOnce) {
  expect_ours_behaves(has_room_for_many_clients_at_once);
}
TEST(StockEndpoint, HasRoomFor128ClientsWhateverItIsTold) {
  expect_stock_fails(has_room_for_many_clients_at_once, "129 of 600 clients");
}

}  // namespace
}  // namespace stunt::test
