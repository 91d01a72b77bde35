// SPDX-License-Identifier: MIT
#include "witness.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include "http/descriptor.h"

namespace stunt::test {
namespace {

constexpr int kPatienceMs = 20'000;

}  // namespace

Seen see(const RawClient& client, std::size_t enough) {
  const world::SystemClock clock;
  Seen seen;
  std::array<char, 65536> bytes;
  while (seen.bytes.size() < enough) {
    pollfd waiting{client.fd(), POLLIN, 0};
    if (::poll(&waiting, 1, kPatienceMs) <= 0) {
      seen.end = "nothing";
      break;
    }
    const auto size = ::recv(client.fd(), bytes.data(), bytes.size(), 0);
    if (size > 0) {
      seen.bytes.append(bytes.data(), static_cast<std::size_t>(size));
      seen.counts.push_back({clock.ticks(), seen.bytes.size()});
      continue;
    }
    seen.end = size == 0 ? "FIN" : errno == ECONNRESET ? "RST" : std::strerror(errno);
    break;
  }
  return seen;
}

Seen ask(std::uint16_t port, std::string_view request) {
  RawClient client(port);
  client.send(request);
  return see(client);
}

bool is_silent(const RawClient& client) {
  pollfd waiting{client.fd(), POLLIN | POLLRDHUP, 0};
  return ::poll(&waiting, 1, 50) == 0;
}

int try_to_connect(std::uint16_t port, bool ipv6) {
  const http::Descriptor fd(::socket(ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(port);
  v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(port);
  v6.sin6_addr = in6addr_loopback;
  const auto* address =
      ipv6 ? reinterpret_cast<const sockaddr*>(&v6) : reinterpret_cast<const sockaddr*>(&v4);
  const auto size = static_cast<socklen_t>(ipv6 ? sizeof v6 : sizeof v4);
  return ::connect(fd.get(), address, size) == 0 ? 0 : errno;
}

}  // namespace stunt::test
