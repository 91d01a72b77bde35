// SPDX-License-Identifier: MIT
#include "bench/client.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stunt::bench {

std::string get_secret_value(const std::string& secret_id) {
  const std::string body = R"({"SecretId": ")" + secret_id + R"("})";
  return "POST / HTTP/1.1\r\n"
         "Host: 127.0.0.1\r\n"
         "Accept-Encoding: identity\r\n"
         "X-Amz-Target: secretsmanager.GetSecretValue\r\n"
         "Content-Type: application/x-amz-json-1.1\r\n"
         "User-Agent: Boto3/1.26.27 Python/3.11.2 Linux/6.1.0 Botocore/1.29.27\r\n"
         "X-Amz-Date: 20260101T000000Z\r\n"
         "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/secretsmanager/"
         "aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
         "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7\r\n"
         "amz-sdk-invocation-id: 3b1c0e6e-5a52-4f0b-9a1e-5d9c7c0d1b11\r\n"
         "amz-sdk-request: attempt=1\r\n"
         "Content-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

Client::Client(std::uint16_t port, std::size_t connections, Answered answered)
    : answered_(std::move(answered)), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  received_.resize(connections);
  for (std::size_t i = 0; i < connections; ++i) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      std::perror("bench: connect");
      std::exit(1);
    }
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
    sockets_.push_back(fd);
  }
}

Client::~Client() {
  for (const int fd : sockets_) ::close(fd);
  ::close(epoll_);
}

void Client::send(std::size_t connection, const std::string& request) {
  [[maybe_unused]] const auto size =
      ::send(sockets_[connection], request.data(), request.size(), MSG_NOSIGNAL);
}

void Client::run(world::Moment until, const std::function<bool()>& done) {
  std::array<epoll_event, 256> events;
  for (;;) {
    const auto left = until - now();
    if (left <= world::Duration(0) || (done && done())) return;
    // epoll waits in milliseconds; the last one is spent asking, so that a send is not late.
    const int ready = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                                   static_cast<int>(left.count() / 1000));
    for (int i = 0; i < ready; ++i) read(events[static_cast<std::size_t>(i)].data.u64);
  }
}

void Client::read(std::size_t connection) {
  std::array<char, 4096> bytes;
  const auto size = ::recv(sockets_[connection], bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (size <= 0) {
    ++broken_;
    ::epoll_ctl(epoll_, EPOLL_CTL_DEL, sockets_[connection], nullptr);
    answered_(connection, 0);
    return;
  }
  auto& received = received_[connection];
  received.append(bytes.data(), static_cast<std::size_t>(size));
  const auto head_end = received.find("\r\n\r\n");
  const auto length = received.find("Content-Length: ");
  if (head_end == std::string::npos || length == std::string::npos) return;
  const auto body = std::strtoul(received.c_str() + length + 16, nullptr, 10);
  if (received.size() < head_end + 4 + body) return;
  const int status = std::atoi(received.c_str() + 9);
  received.clear();
  answered_(connection, status);
}

std::string argument(int argc, char** argv, const std::string& name, const std::string& fallback) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (argv[i] == "--" + name) return argv[i + 1];
  }
  return fallback;
}

}  // namespace stunt::bench
