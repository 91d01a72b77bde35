// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <atomic>
#include <cerrno>
#include <future>
#include <mutex>
#include <thread>

#include <pthread.h>
#include <sys/socket.h>

#include "http/connections.h"
#include "http/gate.h"
#include "http/listener.h"
#include "http/loop.h"

namespace stunt::http {
namespace {

/// When the process has no descriptors left, accepting rests for this long.
constexpr world::Duration kAcceptPause = std::chrono::milliseconds(50);
constexpr int kAcceptsAtOnce = 64;

struct Accepted {
  Descriptor socket;
  sockaddr_storage address{};

  const sockaddr* sockaddr_of() const { return reinterpret_cast<const sockaddr*>(&address); }
};

}  // namespace

/// The loops with their threads. The first accepts and deals connections out in turn.
class Server::Workers {
 public:
  Workers(ServerOptions options, Application& application, const world::Clock& clock)
      : clock_(clock),
        gate_(listen_on(options.hosts, options.port, options.limits.backlog),
              options.limits.backlog) {
    for (unsigned i = 0; i < std::max(1u, options.threads); ++i) {
      workers_.push_back(
          std::make_unique<Worker>(*this, application, clock, options.limits, held_));
    }
  }

  ~Workers() { stop(world::Duration(0)); }

  void start() {
    watch_listeners(workers_.front()->loop);
    for (const auto& worker : workers_) {
      worker->thread = std::thread([&loop = worker->loop] {
        ::pthread_setname_np(::pthread_self(), "stunt-http");
        loop.run();
      });
    }
  }

  std::uint16_t port() const { return gate_.listeners().port; }
  const std::vector<std::string>& addresses() const { return gate_.listeners().addresses; }

  void hold_input(bool held) {
    if (held_.exchange(held) == held || held) return;
    for_each([](Worker& worker) { worker.connections.input_released(); });
  }

  void stop_now() {
    for_each([](Worker& worker) { worker.connections.cut_all(); });
  }

  void settle() {
    std::vector<std::future<void>> settled;
    for_each(
        [&](Worker& worker) {
          auto promise = std::make_shared<std::promise<void>>();
          settled.push_back(promise->get_future());
          worker.loop.post([promise] { promise->set_value(); });
        },
        Post::direct);
    for (auto& future : settled) future.wait();
  }

  void stop(world::Duration grace) {
    std::vector<std::future<void>> quiet;
    for_each(
        [&](Worker& worker) {
          if (!worker.thread.joinable()) return;
          auto promise = std::make_shared<std::promise<void>>();
          quiet.push_back(promise->get_future());
          worker.loop.post([this, &worker, grace, promise] {
            unwatch_listeners(worker.loop);
            worker.connections.stop(grace, [promise] { promise->set_value(); });
          });
        },
        Post::direct);
    for (auto& future : quiet) future.wait();

    std::vector<std::unique_ptr<Worker>> workers;
    {
      const std::lock_guard lock(mutex_);
      workers.swap(workers_);
    }
    for (const auto& worker : workers) {
      if (!worker->thread.joinable()) continue;
      worker->loop.stop();
      worker->thread.join();
    }
    workers.clear();
    gate_.leave();
  }

 private:
  struct Worker : Loop::Events {
    Worker(Workers& all_, Application& application, const world::Clock& clock, const Limits& limits,
           const std::atomic<bool>& held)
        : all(all_), loop(clock, *this), connections(loop, application, clock, limits, held) {
      connections.refuse = [this](world::Duration span) { all.refuse(span); };
    }

    void acceptable(int listener) override { all.accept_from(listener); }
    void readable(int peer) override { connections.readable(peer); }
    void writable(int peer) override { connections.writable(peer); }
    void rested() override { connections.rested(); }

    Workers& all;
    Loop loop;
    Connections connections;
    std::thread thread;
  };
  enum class Post { mail, direct };

  template <typename Function>
  void for_each(Function function, Post how = Post::mail) {
    const std::lock_guard lock(mutex_);
    for (const auto& worker : workers_) {
      if (how == Post::direct) {
        function(*worker);
      } else {
        worker->loop.post([function, &w = *worker] { function(w); });
      }
    }
  }

  void watch_listeners(Loop& loop) {
    for (const auto& socket : gate_.listeners().sockets) loop.watch_listener(socket.get());
  }
  void unwatch_listeners(Loop& loop) {
    for (const auto& socket : gate_.listeners().sockets) loop.unwatch_listener(socket.get());
  }

  /// On the first worker's thread.
  void accept_from(int listener) {
    Worker& first = *workers_.front();
    for (int i = 0; i < kAcceptsAtOnce; ++i) {
      if (auto accepted = accept_one(listener)) {
        deal_out(std::move(accepted), &first);
        continue;
      }
      if (errno == EMFILE || errno == ENFILE) {
        first.loop.unwatch_listener(listener);
        first.loop.after(kAcceptPause, [&first, listener] {
          if (!first.connections.stopping) first.loop.watch_listener(listener);
        });
      } else if (errno == EINVAL) {
        first.loop.unwatch_listener(listener);  // the gate is shut
      }
      return;
    }
  }

  /// Null: there is none to accept, and errno says why.
  static std::shared_ptr<Accepted> accept_one(int listener) {
    auto accepted = std::make_shared<Accepted>();
    socklen_t size = sizeof accepted->address;
    accepted->socket =
        Descriptor(::accept4(listener, reinterpret_cast<sockaddr*>(&accepted->address), &size,
                             SOCK_NONBLOCK | SOCK_CLOEXEC));
    return accepted->socket ? accepted : nullptr;
  }

  /// `here` is the worker whose thread this is and whom nothing keeps from taking a connection now.
  void deal_out(std::shared_ptr<Accepted> accepted, const Worker* here) {
    const auto number = ++connections_;
    Worker& worker = *workers_[(number - 1) % workers_.size()];
    const auto adopt = [&worker, accepted = std::move(accepted), number] {
      worker.connections.adopt(std::move(accepted->socket), accepted->sockaddr_of(), number);
    };
    if (&worker == here) {
      adopt();
    } else {
      worker.loop.post(adopt);
    }
  }

  /// On any worker's thread, while it has an exchange: so the workers are all there.
  void refuse(world::Duration span) {
    // Those who have connected before are served.
    for (const auto& socket : gate_.listeners().sockets) {
      while (auto accepted = accept_one(socket.get())) deal_out(std::move(accepted), nullptr);
    }
    const auto until = clock_.ticks() + span;
    if (!gate_.shut(until)) return;
    Worker& first = *workers_.front();
    first.loop.post([this, &first, until] {
      unwatch_listeners(first.loop);
      reopen_at(first, until);
    });
  }

  /// On the first worker's thread.
  void reopen_at(Worker& first, world::Moment when) {
    first.loop.at(when, [this, &first] {
      if (first.connections.stopping) return;
      if (const auto later = gate_.reopen(clock_.ticks())) {
        reopen_at(first, *later);
      } else {
        watch_listeners(first.loop);
      }
    });
  }

  const world::Clock& clock_;
  Gate gate_;
  std::atomic<bool> held_{false};
  std::atomic<std::uint64_t> connections_{0};
  std::mutex mutex_;  ///< guards workers_ against being swapped away by stop()
  std::vector<std::unique_ptr<Worker>> workers_;
};

Server::Server(ServerOptions options, Application& application, const world::Clock& clock)
    : workers_(std::make_unique<Workers>(std::move(options), application, clock)) {}

Server::~Server() = default;

void Server::start() { workers_->start(); }
std::uint16_t Server::port() const { return workers_->port(); }
const std::vector<std::string>& Server::addresses() const { return workers_->addresses(); }
void Server::hold_input(bool held) { workers_->hold_input(held); }
void Server::settle() { workers_->settle(); }
void Server::stop(world::Duration grace) { workers_->stop(grace); }
void Server::stop_now() { workers_->stop_now(); }

}  // namespace stunt::http
