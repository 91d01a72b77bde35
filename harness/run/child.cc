// SPDX-License-Identifier: MIT
#include "harness/run/child.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <utility>

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stunt::harness {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (auto& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

/// The signals that this process has blocked for itself are nobody else's business.
class Attributes {
 public:
  Attributes() {
    ::posix_spawnattr_init(&attributes_);
    sigset_t none, usual;
    ::sigemptyset(&none);
    ::sigemptyset(&usual);
    ::sigaddset(&usual, SIGPIPE);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &usual);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

}  // namespace

Child::Child(const std::vector<std::string>& command, const std::vector<std::string>& environment) {
  auto words = command;
  auto variables = environment;
  const Attributes attributes;
  error_ = ::posix_spawnp(&pid_, words.front().c_str(), nullptr, attributes.get(),
                          pointers(words).data(), pointers(variables).data());
  if (error_ != 0) {
    pid_ = -1;
    return;
  }
  ended_ = http::Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
}

Child::~Child() {
  if (pid_ < 0 || exit_) return;
  ::kill(pid_, SIGKILL);
  wait();
}

bool Child::ends_within(world::Duration timeout) const {
  if (pid_ < 0 || exit_) return true;
  const world::SystemClock clock;
  const auto due = clock.ticks() + timeout;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - clock.ticks());
    pollfd ended{descriptor(), POLLIN, 0};
    const auto most = std::clamp<std::int64_t>(left.count(), 0, 60'000);
    if (::poll(&ended, 1, static_cast<int>(most)) > 0) return true;
    if (left.count() <= 0) return false;
  }
}

void Child::signal(int number) const {
  if (pid_ > 0 && !exit_) ::kill(pid_, number);
}

verdict::Exit Child::wait() {
  using How = verdict::Exit::How;
  if (exit_) return *exit_;
  if (pid_ < 0) return *(exit_ = verdict::Exit{How::not_started, error_});
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) {
    exit_ = verdict::Exit{How::killed, WTERMSIG(status)};
  } else {
    exit_ = verdict::Exit{How::exited, WEXITSTATUS(status)};
  }
  return *exit_;
}

}  // namespace stunt::harness
