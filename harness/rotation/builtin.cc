// SPDX-License-Identifier: MIT
#include "harness/rotation/builtin.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "harness/own_call.h"
#include "harness/rotation/moves.h"

namespace stunt::harness {
namespace {

using emulator::RotationEnd;

/// One rotation on its way through the moves. Keeps itself alive while an answer is out.
class Attempt : public std::enable_shared_from_this<Attempt> {
 public:
  Attempt(emulator::RotationOrder order, RotationListener listener, LocalClient& client,
          const world::Clock& clock, const world::Random& random,
          const aws::SecretAccessKey& own_secret)
      : rotation_{std::move(order), random},
        listener_(std::move(listener)),
        client_(client),
        clock_(clock),
        own_secret_(own_secret) {}

  /// Makes moves until one has to wait for its answer, or all are made.
  void go_on() {
    for (; at_ < rotation_moves().size(); ++at_) {
      const auto& move = rotation_moves()[at_];
      if (!is_ordered(move.step)) continue;
      const auto question = move.ask(rotation_);
      if (!question) continue;
      if (!ask(*question)) return;
      if (!take()) return end(RotationEnd::failed);
    }
    end(RotationEnd::finished);
  }

 private:
  bool is_ordered(emulator::RotationStep step) const {
    const auto& steps = rotation_.order.steps;
    return std::find(steps.begin(), steps.end(), step) != steps.end();
  }

  /// True if the answer is there. If it is not, the rotation goes on when it comes.
  bool ask(const Question& question) {
    enum { asking, waiting, answered };
    const auto state = std::make_shared<std::atomic<int>>(asking);
    client_.send(own_call(question.operation, question.body, rotation_.order.place, clock_.now(),
                          own_secret_),
                 [self = shared_from_this(), state](std::optional<http::Reply> reply) {
                   self->reply_ = std::move(reply);
                   if (state->exchange(answered) == waiting) self->resume();
                 });
    if (*state == answered) return true;
    answer_client();
    int still = asking;
    return !state->compare_exchange_strong(still, waiting);
  }

  void resume() {
    if (!take()) return end(RotationEnd::failed);
    ++at_;
    go_on();
  }

  /// Hears the answer, and leaves `at_` one before the next move. False: the rotation has failed.
  bool take() {
    const auto moves = rotation_moves();
    if (!reply_) return false;
    switch (moves[at_].hear(rotation_, *std::exchange(reply_, std::nullopt))) {
      case Heard::go_on:
        return true;
      case Heard::again:
        --at_;
        return true;
      case Heard::step_done:
        while (at_ + 1 < moves.size() && moves[at_ + 1].step == moves[at_].step) ++at_;
        return true;
      case Heard::failed:
        break;
    }
    return false;
  }

  void end(RotationEnd end) {
    listener_.ended(end);
    answer_client();
  }

  /// Whoever asked for the rotation need wait no longer.
  void answer_client() {
    if (const auto answered = std::exchange(listener_.answered, nullptr)) answered(true);
  }

  Rotation rotation_;
  RotationListener listener_;
  LocalClient& client_;
  const world::Clock& clock_;
  const aws::SecretAccessKey& own_secret_;
  std::size_t at_ = 0;  ///< the move that is being made
  std::optional<http::Reply> reply_;
};

}  // namespace

void BuiltinRotation::rotate(emulator::RotationOrder order, RotationListener listener) {
  std::make_shared<Attempt>(std::move(order), std::move(listener), client_, clock_, random_,
                            own_secret_)
      ->go_on();
}

}  // namespace stunt::harness
