// SPDX-License-Identifier: MIT
#include "raw_client.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stunt::test {

RawClient::RawClient(std::uint16_t port, int patience_ms)
    : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), patience_ms_(patience_ms) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect to port " + std::to_string(port));
  }
  const int on = 1;
  ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

RawClient::RawClient(RawClient&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      patience_ms_(other.patience_ms_),
      received_(std::move(other.received_)),
      end_(other.end_) {}

RawClient::~RawClient() { close(); }

void RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto size = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) return;  // the next read tells how the connection ended
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
}

void RawClient::half_close() { ::shutdown(fd_, SHUT_WR); }

void RawClient::reset() {
  const linger now{1, 0};
  ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  close();
}

void RawClient::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

bool RawClient::fill() {
  if (end_ != End::data) return false;
  pollfd waiting{fd_, POLLIN, 0};
  if (::poll(&waiting, 1, patience_ms_) <= 0) {
    end_ = End::timeout;
    return false;
  }
  std::array<char, 16384> bytes;
  const auto size = ::recv(fd_, bytes.data(), bytes.size(), 0);
  if (size > 0) {
    received_.append(bytes.data(), static_cast<std::size_t>(size));
    return true;
  }
  end_ = size == 0 ? End::eof : End::reset;
  return false;
}

RawClient::End RawClient::wait() {
  if (!received_.empty()) return End::data;
  return fill() ? End::data : end_;
}

std::string RawClient::read_until(std::string_view text) {
  std::size_t found;
  while ((found = received_.find(text)) == std::string::npos && fill()) {
  }
  const auto size = found == std::string::npos ? received_.size() : found + text.size();
  auto bytes = received_.substr(0, size);
  received_.erase(0, size);
  return bytes;
}

std::string RawClient::read_answer(bool head_only) {
  auto answer = read_until("\r\n\r\n");
  const auto length = answer.find("Content-Length: ");
  if (head_only || length == std::string::npos) return answer;
  const auto size = std::strtoul(answer.c_str() + length + 16, nullptr, 10);
  while (received_.size() < size && fill()) {
  }
  answer.append(received_, 0, size);
  received_.erase(0, size);
  return answer;
}

std::string RawClient::read_all() {
  while (fill()) {
  }
  return std::exchange(received_, {});
}

std::string body_of(std::string_view answer) {
  const auto end = answer.find("\r\n\r\n");
  return std::string(end == std::string_view::npos ? answer : answer.substr(end + 4));
}

int status_of(std::string_view answer) {
  return answer.size() < 12 ? 0 : std::atoi(std::string(answer.substr(9, 3)).c_str());
}

}  // namespace stunt::test
