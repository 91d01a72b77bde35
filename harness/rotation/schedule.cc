// SPDX-License-Identifier: MIT
#include "harness/rotation/schedule.h"

#include <algorithm>
#include <utility>

namespace stunt::harness {
namespace {

/// The machine's clock may be set, and a secret be restored whose rotation is due: after this time
/// it is asked anew in any case.
constexpr world::Duration kLongestWait = std::chrono::minutes(1);

}  // namespace

void RotationSchedule::start() {
  loop_.post([this] { run(); });
}

void RotationSchedule::begins() {
  loop_.post([this] { ++under_way_; });
}

void RotationSchedule::has_ended() {
  loop_.post([this] {
    --under_way_;
    run();
  });
}

void RotationSchedule::advance(world::Duration by, Moved moved) {
  if (stopped_) return moved({});
  loop_.post([this, by, moved = std::move(moved)] {
    if (stopped_) return moved({});
    advances_.push_back({by, moved});
    run();
  });
}

void RotationSchedule::stop() {
  stopped_ = true;
  for (auto& advance : std::exchange(advances_, {})) advance.moved(std::move(advance.rotated));
}

void RotationSchedule::run() {
  while (!stopped_) {
    // Before the clock is moved on, all has to end that is under way.
    if (!advances_.empty() && under_way_ > 0) return;
    const auto next = book_.next();
    if (next && *next <= horizon()) {
      move_to(*next);
      for (auto& order : book_.due()) rotate(std::move(order));
    } else if (!advances_.empty()) {
      finish_advance();
    } else {
      return wait();
    }
  }
}

void RotationSchedule::rotate(emulator::RotationOrder order) {
  ++under_way_;
  auto arn = order.secret_arn;
  book_.rotate(std::move(order), [this, arn = std::move(arn)](emulator::RotationEnd end) {
    loop_.post([this, arn, end] { ended(arn, end); });
  });
}

void RotationSchedule::ended(const std::string& secret_arn, emulator::RotationEnd end) {
  --under_way_;
  if (!advances_.empty()) advances_.front().rotated.push_back({secret_arn, end});
  run();
}

/// Up to when things are due.
world::Instant RotationSchedule::horizon() {
  if (advances_.empty()) return clock_.now();
  auto& [by, moved, target, rotated] = advances_.front();
  if (!target) target = clock_.now() + by;
  return *target;
}

void RotationSchedule::move_to(world::Instant then) {
  if (const auto now = clock_.now(); movable_ && then > now) movable_->advance(then - now);
}

void RotationSchedule::finish_advance() {
  move_to(horizon());
  auto advance = std::move(advances_.front());
  advances_.pop_front();
  advance.moved(std::move(advance.rotated));
}

void RotationSchedule::wait() {
  if (movable_) return;  // it is not time that passes
  const auto next = book_.next();
  const auto wait =
      next ? std::clamp<world::Duration>(*next - clock_.now(), {}, kLongestWait) : kLongestWait;
  // Of several waits the last one counts.
  loop_.after(wait, [this, number = ++waits_] {
    if (number == waits_) run();
  });
}

}  // namespace stunt::harness
