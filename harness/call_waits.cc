// SPDX-License-Identifier: MIT
#include "harness/call_waits.h"

#include <atomic>
#include <utility>

namespace stunt::harness {
namespace {

struct Waiting {
  std::shared_ptr<void> place;
  verdict::Journal::Waiter waiter{};
};

}  // namespace

std::shared_ptr<void> CallWaits::await(scenarios::Match match, std::uint64_t count,
                                       world::Duration within, Told told) {
  auto waiting = std::make_shared<Waiting>(Waiting{places_});
  // A few more at the same moment do no harm.
  if (static_cast<std::size_t>(places_.use_count()) > kMost + 1) return nullptr;
  const auto once = [told = std::move(told),
                     is_told = std::make_shared<std::atomic<bool>>(false)](bool reached) {
    if (!is_told->exchange(true)) told(reached);
  };
  waiting->waiter = journal_.await(std::move(match), count, [once] { once(true); });
  errands_.post_after(within, [once, there = std::weak_ptr(waiting)] {
    if (!there.expired()) once(false);
  });
  return waiting;
}

}  // namespace stunt::harness
