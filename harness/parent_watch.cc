// SPDX-License-Identifier: MIT
#include "harness/parent_watch.h"

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace stunt::harness {
namespace {

/// A descriptor that can be read once the process has ended; none if it has ended already.
http::Descriptor watch(pid_t process) {
  http::Descriptor watched(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
  if (!watched && errno != ESRCH) {
    throw std::system_error(errno, std::generic_category(), "cannot watch the parent process");
  }
  return watched;
}

}  // namespace

// PR_SET_PDEATHSIG would fire when the thread ends that started us, which is too early for a test
// runner with a pool of them.
ParentWatch::ParentWatch(std::function<void()> ended)
    : parent_(watch(::getppid())), enough_(::eventfd(0, EFD_CLOEXEC)) {
  thread_ = std::thread([this, ended = std::move(ended)] {
    pollfd watched[] = {{parent_.get(), POLLIN, 0}, {enough_.get(), POLLIN, 0}};
    while (parent_ && ::poll(watched, 2, -1) < 0 && errno == EINTR) {
    }
    if (watched[1].revents == 0) ended();
  });
}

ParentWatch::~ParentWatch() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(enough_.get(), &one, sizeof one);
  thread_.join();
}

}  // namespace stunt::harness
