// SPDX-License-Identifier: MIT
#include "http/listener.h"

#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace stunt::http {
namespace {

using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

struct Failure {
  std::string address;
  int error = 0;
};

Addresses resolve(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  // Brackets are how people write an IPv6 address in front of a port.
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const auto bare = bracketed ? host.substr(1, host.size() - 2) : host;
  addrinfo* found = nullptr;
  const int error = ::getaddrinfo(bare.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (error != 0) {
    throw std::runtime_error("cannot listen on " + host + ": " + ::gai_strerror(error));
  }
  return {found, &::freeaddrinfo};
}

std::string numeric(const sockaddr* address, socklen_t size) {
  char text[NI_MAXHOST] = "";
  ::getnameinfo(address, size, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
  return text;
}

std::uint16_t bound_port(int fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

Descriptor try_bind(const sockaddr* address, socklen_t size, int& error) {
  Descriptor fd(::socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int on = 1;
  if (fd) ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (fd && address->sa_family == AF_INET6) {
    ::setsockopt(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
  }
  if (!fd || ::bind(fd.get(), address, size) != 0) {
    error = errno;
    return {};
  }
  return fd;
}

Descriptor try_listen(const addrinfo& address, bool any_port, int backlog, int& error) {
  Descriptor chosen;
  sockaddr_storage where{};
  socklen_t size = address.ai_addrlen;
  std::memcpy(&where, address.ai_addr, size);
  const auto* target = reinterpret_cast<const sockaddr*>(&where);
  if (any_port) {
    // A socket gives a port that the kernel chose back when it stops listening, but keeps one that
    // was asked for (Gate). So one socket finds the port, and another asks for it.
    chosen = try_bind(target, size, error);
    if (!chosen) return {};
    ::getsockname(chosen.get(), reinterpret_cast<sockaddr*>(&where), &size);
  }
  Descriptor fd = try_bind(target, size, error);
  if (fd && ::listen(fd.get(), backlog) != 0) {
    error = errno;
    return {};
  }
  return fd;
}

/// All of the hosts on one port, or the first failure. `port` 0: the first host chooses.
Listeners try_all(const std::vector<std::string>& hosts, std::uint16_t port, int backlog,
                  bool skip_missing, Failure& failure) {
  Listeners listeners;
  listeners.port = port;
  for (const auto& host : hosts) {
    const auto addresses = resolve(host, listeners.port);
    for (const addrinfo* a = addresses.get(); a; a = a->ai_next) {
      int error = 0;
      Descriptor fd = try_listen(*a, listeners.port == 0, backlog, error);
      const auto address = numeric(a->ai_addr, a->ai_addrlen);
      if (!fd) {
        const bool missing = error == EADDRNOTAVAIL || error == EAFNOSUPPORT;
        if (missing && skip_missing && !listeners.sockets.empty()) continue;
        failure = {address, error};
        return {};
      }
      if (listeners.port == 0) listeners.port = bound_port(fd.get());
      listeners.sockets.push_back(std::move(fd));
      listeners.addresses.push_back(address);
    }
  }
  return listeners;
}

}  // namespace

Listeners listen_on(const std::vector<std::string>& hosts, std::uint16_t port, int backlog) {
  static const std::vector<std::string> kLoopback = {"127.0.0.1", "::1"};
  const bool loopback = hosts.empty();
  Failure failure;
  // A port that is free on the first address may be taken on the second: then another is chosen.
  for (int attempt = 0; attempt < (port == 0 ? 16 : 1); ++attempt) {
    auto listeners = try_all(loopback ? kLoopback : hosts, port, backlog, loopback, failure);
    if (!listeners.sockets.empty()) return listeners;
    if (failure.error != EADDRINUSE) break;
  }
  std::string text = "cannot listen on " + failure.address + " port " + std::to_string(port) +
                     ": " + std::strerror(failure.error);
  if (failure.error == EADDRINUSE) {
    text += "; stop what runs there, or choose another port with --port (0 finds a free one)";
  }
  throw std::runtime_error(text);
}

}  // namespace stunt::http
