// SPDX-License-Identifier: MIT
//
// open_loop --port P --rate R --seconds S --connections C --secret NAME
//
// Sends R requests a second on a fixed schedule, whatever the answers do, and counts each latency
// from the moment at which its request was due: a server that stalls is charged for all that it
// kept waiting. Prints JSON.
#include <cstdio>
#include <deque>

#include "bench/client.h"
#include "bench/latencies.h"

int main(int argc, char** argv) {
  using namespace stunt;
  using bench::argument;
  const auto port = static_cast<std::uint16_t>(std::stoi(argument(argc, argv, "port", "4566")));
  const double rate = std::stod(argument(argc, argv, "rate", "10000"));
  const double seconds = std::stod(argument(argc, argv, "seconds", "5"));
  const auto connections = std::stoul(argument(argc, argv, "connections", "64"));
  const auto request = bench::get_secret_value(argument(argc, argv, "secret", "bench/one"));

  bench::Latencies latencies;
  std::vector<world::Moment> due(connections);
  std::deque<std::size_t> idle;
  std::deque<world::Moment> late;  // due, but no connection was free
  std::size_t errors = 0;
  bench::Client* self = nullptr;
  const auto send = [&](std::size_t connection, world::Moment at) {
    due[connection] = at;
    self->send(connection, request);
  };
  bench::Client client(port, connections, [&](std::size_t connection, int status) {
    latencies.add(self->now() - due[connection]);
    errors += status != 200;
    if (late.empty()) {
      idle.push_back(connection);
    } else {
      send(connection, late.front());
      late.pop_front();
    }
  });
  self = &client;
  for (std::size_t i = 0; i < connections; ++i) idle.push_back(i);

  const auto total = static_cast<std::size_t>(rate * seconds);
  const auto began = client.now();
  for (std::size_t i = 0; i < total; ++i) {
    const auto at = began + world::Duration(static_cast<long>(1e6 * static_cast<double>(i) / rate));
    client.run(at);
    if (idle.empty()) {
      late.push_back(at);
    } else {
      send(idle.front(), at);
      idle.pop_front();
    }
  }
  client.run(client.now() + std::chrono::seconds(5),
             [&] { return latencies.size() == total || client.broken() > 0; });
  std::printf(
      "{\"sent\": %zu, \"answered\": %zu, \"errors\": %zu, \"p50_us\": %.0f, "
      "\"p99_us\": %.0f, \"p999_us\": %.0f, \"max_us\": %.0f}\n",
      total, latencies.size(), errors, latencies.quantile_us(0.5), latencies.quantile_us(0.99),
      latencies.quantile_us(0.999), latencies.quantile_us(1));
}
