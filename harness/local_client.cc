// SPDX-License-Identifier: MIT
#include "harness/local_client.h"

#include <utility>

#include "http/serialize.h"
#include "http/wire_plan.h"

namespace stunt::harness {

using End = http::Delivery::End;

namespace {

End silence(http::Wire::End end) {
  if (end == http::Wire::End::hang) return End::timed_out;
  return end == http::Wire::End::reset ? End::reset : End::closed;
}

}  // namespace

struct LocalClient::Waiting : http::Wait {
  Waiting(LocalClient& client_, std::unique_ptr<http::Exchange> exchange, Answered answered_)
      : Wait(std::move(exchange)), client(client_), answered(std::move(answered_)) {}

  void over(std::unique_ptr<http::Exchange> exchange, bool cut) override {
    client.end(std::move(exchange), cut ? End::reset : End::sent, answered);
  }

  LocalClient& client;
  Answered answered;
};

void LocalClient::send(http::Request request, Answered answered, std::uint64_t connection) {
  if (stopped_) return answered(std::nullopt);
  http::Arrival arrival;
  arrival.at = clock_.ticks();
  arrival.connection = connection;
  auto exchange = application_.arrived(std::move(request), arrival);
  if (!exchange->has_to_wait()) return end(std::move(exchange), End::sent, answered);
  loop_.post(
      [this, waiting = std::make_shared<Waiting>(*this, std::move(exchange), std::move(answered))] {
        waits_.begin(waiting);
      });
}

void LocalClient::stop() {
  stopped_ = true;
  waits_.stop(world::Moment::min());
}

void LocalClient::end(std::unique_ptr<http::Exchange> exchange, End end, const Answered& answered) {
  std::optional<http::Reply> reply;
  // There is no wire between us; what would be silence on it is no answer here.
  if (end == End::sent && exchange->shape().wire.silent) end = silence(exchange->shape().wire.end);
  auto& delivery = exchange->delivery;
  delivery.end = end;
  delivery.began = clock_.ticks();
  const auto& wire = exchange->shape().wire;
  if (end == End::sent && wire != http::Wire{}) {
    const http::WirePlan plan(exchange->reply(), {}, wire);
    delivery.end = plan.delivery();
    delivery.bytes = plan.size();
    if (delivery.end == End::sent && plan.whole()) reply = exchange->reply();
  } else if (end == End::sent) {
    reply = exchange->reply();
    delivery.bytes = http::serialize(*reply, {}).size();
  }
  delivery.ended = clock_.ticks();
  // Told first, so that a transcript has the calls of a client in the order in which it made them.
  application_.finished(std::move(exchange));
  answered(std::move(reply));
}

}  // namespace stunt::harness
