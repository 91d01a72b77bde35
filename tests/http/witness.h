// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../support/raw_client.h"
#include "world/clock.h"

namespace stunt::test {

// What ErrandApplication is asked over a broken wire, and what it answers if nothing is broken.
inline constexpr const char* kGetWire = "GET /wire HTTP/1.1\r\nHost: a\r\n\r\n";
inline const std::string kHead = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
inline const std::string kWhole = kHead + "0123456789";

/// Its answer to all else.
inline const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// What a client saw of a connection: the bytes, how many it had by when, and the end.
struct Seen {
  struct Count {
    world::Moment at;
    std::size_t bytes;  ///< all until then
  };
  std::string bytes;
  std::vector<Count> counts;
  std::string end;  ///< "FIN", "RST", another errno's text, or "nothing" when the patience ended
};

/// Reads all until the connection ends, or until `enough` bytes are there.
Seen see(const RawClient& client, std::size_t enough = SIZE_MAX);

/// Sends and sees all.
Seen ask(std::uint16_t port, std::string_view request);

/// True if nothing comes, not even an end, for 50 ms.
bool is_silent(const RawClient& client);

/// How connecting ends: 0 or an errno. What connected is closed at once.
int try_to_connect(std::uint16_t port, bool ipv6 = false);

}  // namespace stunt::test
