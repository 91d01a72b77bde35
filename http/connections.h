// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "http/exchange.h"
#include "http/limits.h"
#include "http/loop.h"
#include "http/parser.h"

namespace stunt::http {

class Connection;

/// An exchange whose answer is not due yet. Its connection may go before it does.
struct Waiting {
  std::uint64_t number;  ///< in the order in which they began to wait
  std::unique_ptr<Exchange> exchange;
  Connection* connection = nullptr;
  world::Moment due{};
};

/// The connections of one loop and the exchanges that wait on it. Everything here runs on the
/// loop's thread.
class Connections {
 public:
  /// `held` is set and cleared by other threads; see input_released().
  Connections(Loop& loop, Application& application, const world::Clock& clock, const Limits& limits,
              const std::atomic<bool>& held);
  ~Connections();

  void adopt(Descriptor socket, const sockaddr* address, std::uint64_t number);
  void readable(int fd);
  void writable(int fd);
  void rested();

  /// `held` was cleared: what was left unread is read now.
  void input_released();

  /// Ends as Server::stop() says; `quiet` is called once, when nothing is left.
  void stop(world::Duration grace, std::function<void()> quiet);
  void cut_all();

  // For Connection.

  /// Lets the others have their turn before `connection` proceeds.
  void postpone(const Connection& connection);
  /// Answers `exchange` when it is due: perhaps at once.
  void answer(Connection& connection, std::unique_ptr<Exchange> exchange);
  /// The connection is lost, and `waiting` with it, unless it has something left to apply.
  void abandon(const std::shared_ptr<Waiting>& waiting);
  void finish(std::unique_ptr<Exchange> exchange, Delivery::End end);
  void close(Connection& connection, bool reset);

  Loop& loop;
  Application& application;
  const world::Clock& clock;
  const Limits limits;
  const std::atomic<bool>& held;
  Parser parser;
  std::vector<char> scratch;  ///< what is read goes through here
  bool stopping = false;

 private:
  void wait(Connection& connection, std::unique_ptr<Exchange> exchange);
  void arm(const std::shared_ptr<Waiting>& waiting);
  void due(const std::shared_ptr<Waiting>& waiting);
  void cut(const std::shared_ptr<Waiting>& waiting);
  void sweep();
  std::vector<Connection*> all() const;
  std::vector<std::shared_ptr<Waiting>> all_waiting() const;

  std::unordered_map<int, std::unique_ptr<Connection>> by_fd_;
  std::vector<std::unique_ptr<Connection>> closed_;  ///< until nobody can be inside of them
  std::map<std::uint64_t, std::shared_ptr<Waiting>> waiting_;
  std::uint64_t waits_ = 0;
  world::Moment deadline_{};
  std::function<void()> quiet_;
};

}  // namespace stunt::http
