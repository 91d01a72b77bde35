// SPDX-License-Identifier: MIT
#include "http/mailbox.h"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <sys/eventfd.h>

namespace stunt::http {

Mailbox::Mailbox() : event_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!event_) throw std::system_error(errno, std::generic_category(), "eventfd");
}

void Mailbox::post(Function function) {
  bool was_empty;
  {
    const std::lock_guard lock(mutex_);
    was_empty = posted_.empty();
    posted_.push_back(std::move(function));
  }
  if (!was_empty) return;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(event_.get(), &one, sizeof one);
}

std::vector<Mailbox::Function> Mailbox::drain() {
  // The event is read before the letters are taken: a letter that comes between the two wakes the
  // loop once too often, and never once too seldom.
  std::uint64_t count;
  [[maybe_unused]] const auto read = ::read(event_.get(), &count, sizeof count);
  const std::lock_guard lock(mutex_);
  return std::exchange(posted_, {});
}

}  // namespace stunt::http
