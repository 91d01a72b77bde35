// SPDX-License-Identifier: MIT
//
// How a connection sends an answer that has a Wire: step by step as the plan says, and then the
// end.
#include <algorithm>
#include <utility>

#include "http/connection.h"
#include "http/socket_state.h"

namespace stunt::http {
namespace {

/// What one answer in pieces may take of the loop before the others have their turn.
constexpr int kStepsAtOnce = 64;

/// RST throws away what has not left yet, so what was sent before has to arrive first. A client
/// that reads nothing is waited for no longer than this.
constexpr std::chrono::seconds kArrival{1};
constexpr std::chrono::milliseconds kArrivalCheck{1};

}  // namespace

void Connection::send_wired(const Wire& wire) {
  owner_.refuse_for(wire);
  wired_ = std::make_unique<Wired>(
      Wired{WirePlan(sending_->reply(), framing_, wire), sending_->delivery.began});
  if (out_.empty()) send_steps();
}

void Connection::send_steps() {
  for (int steps = 0; wired_->next < wired_->plan.steps(); ++steps) {
    const auto [bytes, at] = wired_->plan.step(wired_->next);
    const auto now = owner_.clock.ticks();
    const auto due = wired_->began + at;
    if (due > now || steps == kStepsAtOnce) {
      return owner_.carry_on_at(std::max(due, now), *this);
    }
    ++wired_->next;
    last_progress_ = now;
    out_.assign(bytes);
    out_sent_ = 0;
    if (!flush()) return;
  }
  end_wired();
}

void Connection::end_wired() {
  const auto end = wired_->plan.end();
  if (end == Wire::End::reset) return reset_soon();
  if (end == Wire::End::hang) {
    wired_->hanging = true;
    if (owner_.stopping) return cut();
    // Its leaving makes no event any more if it was told of before.
    if (client_shut_ || other_side_has_shut(fd_)) client_left();
    return;
  }
  if (end == Wire::End::close) last_request_ = framing_.close = true;
  reset_at_next_ = end == Wire::End::reset_at_next && !framing_.close;
  owner_.finish(std::move(sending_), std::exchange(wired_, nullptr)->plan.delivery());
  sent();
  if (reset_at_next_ && framer_.buffered() > 0) reset_soon();
}

void Connection::carry_on() {
  if (reset_by_) {
    reset_soon();
  } else if (wired_ && !hanging() && out_.empty()) {
    send_steps();
    if (!closed_) proceed();
  } else if (streamed_) {
    send_more();
    if (!closed_) proceed();
  }
}

/// RST, behind all that was sent. Nothing else happens on the connection until then.
void Connection::reset_soon() {
  const auto now = owner_.clock.ticks();
  last_request_ = true;
  if (!reset_by_) reset_by_ = now + kArrival;
  if (now >= *reset_by_ || all_has_arrived(fd_)) return cut();
  owner_.carry_on_at(now + kArrivalCheck, *this);
}

}  // namespace stunt::http
