// SPDX-License-Identifier: MIT
#include "http/loop.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unordered_set>

#include <pistache/peer.h>
#include <pistache/reactor.h>
#include <pistache/tcp.h>
#include <pistache/transport.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace stunt::http {
namespace {

using Pistache::Polling::Mode;
using Pistache::Polling::NotifyOn;
using Pistache::Polling::Tag;

/// Pistache asks for one; ours has nothing to do, because the loop reads the sockets itself.
class NoHandler : public Pistache::Tcp::Handler {
 public:
  PROTOTYPE_OF(Pistache::Tcp::Handler, NoHandler)
  void onInput(const char*, std::size_t, const std::shared_ptr<Pistache::Tcp::Peer>&) override {}
};

/// Nothing may escape into Pistache: it would end the process.
template <typename Function>
void guarded(const Function& function) {
  try {
    function();
  } catch (...) {
  }
}

}  // namespace

/// Pistache's transport with its queues left unbound: peers are added, read, written and removed
/// on the loop's thread only, so nothing is ever keyed by a descriptor that has been used again.
class Loop::Transport : public Pistache::Tcp::Transport {
 public:
  explicit Transport(Loop& loop)
      : Pistache::Tcp::Transport(std::make_shared<NoHandler>()), loop_(loop) {}

  /// The stock transport forgets its live sockets.
  ~Transport() override {
    for (const auto& [fd, peer] : peers) ::close(fd);
  }

  void registerPoller(Pistache::Polling::Epoll& poller) override {
    poller_ = &poller;
    for (const int fd : {loop_.mailbox_->descriptor(), loop_.timer_.get()}) {
      poller.addFd(fd, Pistache::Flags<NotifyOn>(NotifyOn::Read), tag(fd));
    }
  }

  void onReady(const Pistache::Aio::FdSet& ready) override {
    for (const auto& event : ready) {
      const int fd = static_cast<int>(event.getTag().value());
      loop_.handle(fd, event.isReadable() || event.isHangup(), event.isWritable());
    }
    loop_.arm_timer();
  }

  std::shared_ptr<Pistache::Aio::Handler> clone() const override {
    throw std::logic_error("a loop runs on one thread and is not cloned");
  }

  void watch(int fd) {
    if (!listeners_.insert(fd).second) return;
    reactor()->registerFd(key(), fd, NotifyOn::Read);
  }
  void unwatch(int fd) {
    if (listeners_.erase(fd) > 0) reactor()->removeFd(key(), fd);
  }
  bool listens(int fd) const { return listeners_.contains(fd); }

  void add(int fd, const sockaddr* address) {
    handleNewPeer(Pistache::Tcp::Peer::Create(
        fd, Pistache::Address::fromUnix(const_cast<sockaddr*>(address))));
  }
  void remove(int fd) {
    const auto found = peers.find(fd);
    if (found == peers.end()) return;
    const auto peer = found->second;
    removePeer(peer);
  }
  void watch_writes(int fd, bool watched) {
    const auto reads = NotifyOn::Read | NotifyOn::Shutdown;
    reactor()->modifyFd(key(), fd, watched ? reads | NotifyOn::Write : reads, Mode::Edge);
  }

  /// The reactor makes an eventfd by which its shutdown wakes it, and never closes it. Woken once
  /// more when nobody listens any longer, the poller tells which one that is.
  /// -1: none.
  int find_leaked() {
    reactor()->shutdown();
    std::vector<Pistache::Polling::Event> events;
    poller_->poll(events, std::chrono::milliseconds(0));
    for (const auto& event : events) {
      const int fd = static_cast<int>(event.tag.value());
      const bool ours = fd == loop_.mailbox_->descriptor() || fd == loop_.timer_.get();
      if (!ours && !listens(fd) && !peers.contains(fd)) return fd;
    }
    return -1;
  }

 private:
  static Tag tag(int fd) { return Tag(static_cast<std::uint64_t>(fd)); }

  Loop& loop_;
  Pistache::Polling::Epoll* poller_ = nullptr;
  std::unordered_set<int> listeners_;
};

/// The transport knows its reactor by a plain pointer, and the reactor holds the transport: so the
/// reactor goes first.
struct Loop::Machine {
  explicit Machine(Loop& loop) : transport(std::make_shared<Transport>(loop)) {
    reactor.init(Pistache::Aio::SyncContext());
    reactor.addHandler(transport);
  }

  std::shared_ptr<Transport> transport;
  Pistache::Aio::Reactor reactor;
};

Loop::Loop(const world::Clock& clock, Events& events)
    : clock_(clock),
      events_(events),
      mailbox_(std::make_shared<Mailbox>()),
      timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) {
  if (!timer_) throw std::system_error(errno, std::generic_category(), "timerfd_create");
  machine_ = std::make_unique<Machine>(*this);
}

Loop::~Loop() {
  const int leaked = machine_->transport->find_leaked();
  machine_.reset();
  // Not by ::close(): ThreadSanitizer has not seen that they were opened, and would take each for
  // the connection that had its number before, which it has not seen Pistache close.
  for (const int fd : {leaked, timer_.release()}) {
    if (fd >= 0) ::syscall(SYS_close, fd);
  }
}

void Loop::run() {
  arm_timer();
  machine_->reactor.run();
}

void Loop::stop() { machine_->reactor.shutdown(); }

std::function<void(Loop::Function)> Loop::poster() const {
  return [mailbox = std::weak_ptr(mailbox_)](Function function) {
    if (const auto alive = mailbox.lock()) alive->post(std::move(function));
  };
}

void Loop::watch_listener(int fd) { machine_->transport->watch(fd); }
void Loop::unwatch_listener(int fd) { machine_->transport->unwatch(fd); }

bool Loop::add_peer(Descriptor socket, const sockaddr* address) {
  const int fd = socket.get();
  try {
    machine_->transport->add(fd, address);
  } catch (const std::exception&) {
    return false;
  }
  socket.release();
  return true;
}

void Loop::remove_peer(int fd, bool reset) {
  if (reset) {
    const linger now{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }
  machine_->transport->remove(fd);
}

void Loop::watch_writes(int fd, bool watched) { machine_->transport->watch_writes(fd, watched); }

void Loop::handle(int fd, bool readable, bool writable) {
  if (fd == mailbox_->descriptor()) {
    for (const auto& function : mailbox_->drain()) guarded(function);
  } else if (fd == timer_.get()) {
    run_timers();
  } else if (machine_->transport->listens(fd)) {
    guarded([&] { events_.acceptable(fd); });
  } else {
    if (writable) guarded([&] { events_.writable(fd); });
    if (readable) guarded([&] { events_.readable(fd); });
  }
  guarded([&] { events_.rested(); });
}

void Loop::run_timers() {
  std::uint64_t expirations;
  [[maybe_unused]] const auto read = ::read(timer_.get(), &expirations, sizeof expirations);
  armed_.reset();
  const auto now = clock_.ticks();
  while (const auto function = timers_.take_due(now)) guarded(function);
}

void Loop::arm_timer() {
  const auto due = timers_.next();
  if (due == armed_) return;
  armed_ = due;
  itimerspec spec{};
  if (due) {
    // All zero would disarm it; a moment before the clock's zero is due at once.
    const auto since = std::max(due->time_since_epoch(), world::Duration(1));
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
    spec.it_value.tv_sec = seconds.count();
    spec.it_value.tv_nsec = std::chrono::nanoseconds(since - seconds).count();
  }
  ::timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &spec, nullptr);
}

}  // namespace stunt::http
