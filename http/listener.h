// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "http/descriptor.h"

namespace stunt::http {

/// Sockets that listen on one port of one or more addresses.
struct Listeners {
  std::vector<Descriptor> sockets;
  std::vector<std::string> addresses;  ///< numeric, in the order of `sockets`
  std::uint16_t port = 0;
};

/// Listens on every address of `hosts` (empty: loopback, with ::1 where the machine has it).
/// Port 0 finds one that is free on all of them. Throws std::runtime_error that names the address
/// and the reason, and on "address in use" what to do about it.
Listeners listen_on(const std::vector<std::string>& hosts, std::uint16_t port, int backlog);

}  // namespace stunt::http
