// SPDX-License-Identifier: MIT
//
// waiting_clients --port P --connections C --delay-ms D --spread-ms S --secret NAME
//
// Opens C connections, sends one request on each, spread evenly over S ms (0: all in one burst),
// and tells how much later than D ms after its sending each answer came. Prints JSON.
#include <cstdio>

#include "bench/client.h"
#include "bench/latencies.h"

int main(int argc, char** argv) {
  using namespace stunt;
  using bench::argument;
  const auto port = static_cast<std::uint16_t>(std::stoi(argument(argc, argv, "port", "4566")));
  const auto connections = std::stoul(argument(argc, argv, "connections", "10000"));
  const auto delay = std::chrono::milliseconds(std::stol(argument(argc, argv, "delay-ms", "1000")));
  const world::Duration spread =
      std::chrono::milliseconds(std::stol(argument(argc, argv, "spread-ms", "1000")));
  const auto request = bench::get_secret_value(argument(argc, argv, "secret", "bench/one"));

  bench::Latencies lateness;
  std::vector<world::Moment> sent(connections);
  std::size_t errors = 0;
  bench::Client* self = nullptr;
  const world::SystemClock clock;
  const auto connecting = clock.ticks();
  bench::Client client(port, connections, [&](std::size_t connection, int status) {
    lateness.add(self->now() - sent[connection] - delay);
    errors += status != 200;
  });
  self = &client;
  const auto connected = clock.ticks() - connecting;

  const auto began = client.now();
  for (std::size_t i = 0; i < connections; ++i) {
    if (spread.count() > 0) {
      client.run(began + spread * static_cast<long>(i) / static_cast<long>(connections));
    }
    sent[i] = client.now();
    client.send(i, request);
  }
  const auto all_sent = client.now();
  client.run(all_sent + delay + std::chrono::seconds(20),
             [&] { return lateness.size() == connections; });
  const auto burst = client.now() - began;
  std::printf(
      "{\"connections\": %zu, \"answered\": %zu, \"errors\": %zu, \"connect_ms\": %.1f, "
      "\"all_ms\": %.1f, \"late_p50_us\": %.0f, \"late_p99_us\": %.0f, "
      "\"late_max_us\": %.0f}\n",
      connections, lateness.size(), errors, static_cast<double>(connected.count()) / 1e3,
      static_cast<double>(burst.count()) / 1e3, lateness.quantile_us(0.5),
      lateness.quantile_us(0.99), lateness.quantile_us(1));
}
