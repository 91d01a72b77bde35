// SPDX-License-Identifier: MIT
#include "http/connections.h"

#include <utility>

#include "http/connection.h"

namespace stunt::http {
namespace {

constexpr std::size_t kScratchBytes = 64 * 1024;
constexpr world::Duration kSweepEvery = std::chrono::seconds(1);

}  // namespace

Connections::Connections(Loop& loop_, Application& application_, const world::Clock& clock_,
                         const Limits& limits_, const std::atomic<bool>& held_)
    : loop(loop_),
      application(application_),
      clock(clock_),
      limits(limits_),
      held(held_),
      parser(limits_),
      scratch(kScratchBytes),
      waits_(loop_, clock_) {
  loop.after(kSweepEvery, [this] { sweep(); });
}

Connections::~Connections() = default;

void Connections::adopt(Descriptor socket, const sockaddr* address, std::uint64_t number) {
  if (stopping) return;
  const int fd = socket.get();
  if (!loop.add_peer(std::move(socket), address)) return;
  const auto connection =
      by_fd_.emplace(fd, std::make_unique<Connection>(*this, fd, number)).first->second.get();
  // What came before the socket was watched makes no edge.
  connection->readable();
}

void Connections::readable(int fd) {
  if (const auto found = by_fd_.find(fd); found != by_fd_.end()) found->second->readable();
}

void Connections::writable(int fd) {
  if (const auto found = by_fd_.find(fd); found != by_fd_.end()) found->second->writable();
}

void Connections::rested() {
  closed_.clear();
  if (stopping && by_fd_.empty() && waits_.empty() && quiet_) std::exchange(quiet_, nullptr)();
}

void Connections::input_released() {
  for (auto* connection : all()) connection->proceed();
}

void Connections::postpone(const Connection& connection) {
  // It may be gone by then, and its descriptor another's: to proceed once too often does no harm.
  loop.post([this, fd = connection.fd()] {
    if (const auto found = by_fd_.find(fd); found != by_fd_.end()) found->second->proceed();
  });
}

void Connections::carry_on_at(world::Moment due, const Connection& connection) {
  loop.at(due,
          [this, fd = connection.fd(), number = connection.number()] { carry_on(fd, number); });
}

std::function<void()> Connections::wake_up(const Connection& connection) {
  return [this, post = loop.poster(), fd = connection.fd(), number = connection.number()] {
    post([this, fd, number] { carry_on(fd, number); });
  };
}

void Connections::carry_on(int fd, std::uint64_t number) {
  const auto found = by_fd_.find(fd);
  if (found != by_fd_.end() && found->second->number() == number) found->second->carry_on();
}

void Connections::answer(Connection& connection, std::unique_ptr<Exchange> exchange) {
  if (!exchange->has_to_wait()) return connection.send(std::move(exchange));
  const auto waiting = std::make_shared<Waiting>(*this, connection, std::move(exchange));
  connection.wait_for(waiting);
  waits_.begin(waiting);
}

void Waiting::over(std::unique_ptr<Exchange> exchange, bool cut) {
  auto* here = std::exchange(connection, nullptr);
  if (here) here->wait_for(nullptr);
  if (cut) {
    owner.finish(std::move(exchange), Delivery::End::reset);
    if (here) here->cut();
  } else if (here) {
    here->send(std::move(exchange));
    here->proceed();
  } else {
    owner.refuse_for(exchange->shape().wire);
    owner.finish(std::move(exchange), Delivery::End::client_gone);
  }
}

void Connections::abandon(const std::shared_ptr<Waiting>& waiting) {
  waiting->connection = nullptr;
  if (auto exchange = waits_.abandon(*waiting)) {
    finish(std::move(exchange), Delivery::End::client_gone);
  }
}

void Connections::refuse_for(const Wire& wire) {
  if (wire.refuse > world::Duration(0) && refuse && !stopping) refuse(wire.refuse);
}

void Connections::finish(std::unique_ptr<Exchange> exchange, Delivery::End end) {
  exchange->delivery.end = end;
  exchange->delivery.ended = clock.ticks();
  if (exchange->delivery.began == world::Moment{}) {
    exchange->delivery.began = exchange->delivery.ended;
  }
  try {
    application.finished(std::move(exchange));
  } catch (...) {
    // Its own affair: the answer has gone out.
  }
}

void Connections::close(Connection& connection, bool reset) {
  const int fd = connection.fd();
  const auto found = by_fd_.find(fd);
  if (found == by_fd_.end() || found->second.get() != &connection) return;
  loop.remove_peer(fd, reset);
  closed_.push_back(std::move(found->second));
  by_fd_.erase(found);
}

void Connections::stop(world::Duration grace, std::function<void()> quiet) {
  stopping = true;
  quiet_ = std::move(quiet);
  const auto deadline = clock.ticks() + grace;
  for (auto* connection : all()) connection->stop();
  waits_.stop(deadline);
  loop.at(deadline, [this] { cut_all(); });
}

void Connections::cut_all() {
  waits_.cut_all();
  for (auto* connection : all()) connection->cut();
}

void Connections::sweep() {
  const auto now = clock.ticks();
  for (auto* connection : all()) connection->sweep(now);
  loop.after(kSweepEvery, [this] { sweep(); });
}

std::vector<Connection*> Connections::all() const {
  std::vector<Connection*> connections;
  connections.reserve(by_fd_.size());
  for (const auto& [fd, connection] : by_fd_) connections.push_back(connection.get());
  return connections;
}

}  // namespace stunt::http
