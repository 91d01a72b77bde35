// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "http/exchange.h"
#include "http/limits.h"
#include "http/loop.h"
#include "http/parser.h"
#include "http/waits.h"

namespace stunt::http {

class Connection;

class Connections;

/// An exchange whose answer is not due yet. Its connection may go before it does.
struct Waiting : Wait {
  Waiting(Connections& owner_, Connection& connection_, std::unique_ptr<Exchange> exchange)
      : Wait(std::move(exchange)), owner(owner_), connection(&connection_) {}

  void over(std::unique_ptr<Exchange> exchange, bool cut) override;

  Connections& owner;
  Connection* connection;  ///< null once the client has left
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
  /// An answer is due: refuses new connections, if that is what its wire wants.
  void refuse_for(const Wire& wire);
  void close(Connection& connection, bool reset);
  /// Calls carry_on() of `connection` at that time, if it is still there.
  void carry_on_at(world::Moment due, const Connection& connection);
  /// What does that as soon as possible, from any thread, whoever has gone meanwhile.
  std::function<void()> wake_up(const Connection& connection);

  /// Refuses new connections for so long, from any loop's thread. Set before anything arrives;
  /// may be empty.
  std::function<void(world::Duration)> refuse;

  Loop& loop;
  Application& application;
  const world::Clock& clock;
  const Limits limits;
  const std::atomic<bool>& held;
  Parser parser;
  std::vector<char> scratch;  ///< what is read goes through here
  bool stopping = false;

 private:
  void carry_on(int fd, std::uint64_t number);
  void sweep();
  std::vector<Connection*> all() const;

  std::unordered_map<int, std::unique_ptr<Connection>> by_fd_;
  std::vector<std::unique_ptr<Connection>> closed_;  ///< until nobody can be inside of them
  Waits waits_;
  std::function<void()> quiet_;
};

}  // namespace stunt::http
