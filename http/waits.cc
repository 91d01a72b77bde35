// SPDX-License-Identifier: MIT
#include "http/waits.h"

#include <utility>
#include <vector>

namespace stunt::http {

void Waits::begin(const std::shared_ptr<Wait>& wait) {
  wait->number_ = ++begun_;
  waits_.emplace(wait->number_, wait);
  arm(wait);
}

std::unique_ptr<Exchange> Waits::abandon(Wait& wait) {
  if (!wait.exchange_ || wait.exchange_->unfinished()) return nullptr;
  waits_.erase(wait.number_);
  return std::move(wait.exchange_);
}

void Waits::stop(world::Moment deadline) {
  deadline_ = deadline;
  cut_those_due_after(deadline);
}

void Waits::cut_all() {
  if (deadline_) deadline_ = world::Moment::min();
  cut_those_due_after(world::Moment::min());
}

void Waits::cut_those_due_after(world::Moment deadline) {
  // What is told that it is over may end others.
  std::vector<std::shared_ptr<Wait>> late;
  for (const auto& [number, wait] : waits_) {
    if (wait->due_ > deadline) late.push_back(wait);
  }
  for (const auto& wait : late) end(*wait, true);
}

void Waits::arm(const std::shared_ptr<Wait>& wait) {
  wait->due_ = clock_.ticks() + wait->exchange_->shape().delay;
  if (deadline_ && wait->due_ > *deadline_) return end(*wait, true);
  loop_.at(wait->due_, [this, wait] { due(wait); });
}

void Waits::due(const std::shared_ptr<Wait>& wait) {
  if (!wait->exchange_) return;  // abandoned or cut meanwhile
  if (wait->exchange_->shape().hold) {
    hold(*wait);
  } else {
    resume(wait);
  }
}

void Waits::hold(Wait& wait) {
  const auto go_on = [this, post = loop_.poster(), number = wait.number_, hold = ++wait.holds_] {
    post([this, number, hold] { released(number, hold); });
  };
  try {
    wait.exchange_->shape().hold(go_on);
  } catch (...) {
    end(wait, true);
  }
}

void Waits::released(std::uint64_t number, unsigned hold) {
  const auto found = waits_.find(number);
  if (found == waits_.end() || found->second->holds_ != hold) return;
  const auto wait = found->second;
  ++wait->holds_;
  resume(wait);
}

void Waits::resume(const std::shared_ptr<Wait>& wait) {
  bool more = false;
  try {
    more = wait->exchange_->resume();
  } catch (...) {
    return end(*wait, true);
  }
  if (more && wait->exchange_->has_to_wait()) {
    arm(wait);
  } else {
    end(*wait, false);
  }
}

void Waits::end(Wait& wait, bool cut) {
  if (!wait.exchange_) return;
  const auto kept = waits_.extract(wait.number_);
  wait.over(std::move(wait.exchange_), cut);
}

}  // namespace stunt::http
