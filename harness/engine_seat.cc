// SPDX-License-Identifier: MIT
#include "harness/engine_seat.h"

#include <utility>

namespace stunt::harness {

/// Holds whoever sits there while he is asked.
struct EngineSeat::Visit {
  explicit Visit(EngineSeat& seat_) : seat(seat_) {
    const std::lock_guard lock(seat.mutex_);
    stand_in = seat.stand_in_;
    if (stand_in) ++seat.asked_;
  }

  ~Visit() {
    if (!stand_in) return;
    const std::lock_guard lock(seat.mutex_);
    if (--seat.asked_ == 0) seat.idle_.notify_all();
  }

  EngineSeat& seat;
  std::shared_ptr<const StandIn> stand_in;
};

aws::Handler EngineSeat::around(aws::Handler engine) {
  return [this, engine = std::move(engine)](const aws::Call& call) {
    {
      const Visit visit(*this);
      if (visit.stand_in) {
        if (auto outcome = (*visit.stand_in)(call)) return *std::move(outcome);
      }
    }
    return engine(call);
  };
}

void EngineSeat::take(StandIn stand_in) {
  const std::lock_guard lock(mutex_);
  stand_in_ = std::make_shared<const StandIn>(std::move(stand_in));
}

void EngineSeat::leave() {
  std::unique_lock lock(mutex_);
  stand_in_ = nullptr;
  idle_.wait(lock, [this] { return asked_ == 0; });
}

}  // namespace stunt::harness
