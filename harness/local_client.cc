// SPDX-License-Identifier: MIT
#include "harness/local_client.h"

#include <utility>

#include "http/serialize.h"

namespace stunt::harness {

using End = http::Delivery::End;

struct LocalClient::Waiting : http::Wait {
  Waiting(LocalClient& client_, std::unique_ptr<http::Exchange> exchange, Answered answered_)
      : Wait(std::move(exchange)), client(client_), answered(std::move(answered_)) {}

  void over(std::unique_ptr<http::Exchange> exchange, bool cut) override {
    client.end(std::move(exchange), cut ? End::reset : End::sent, answered);
  }

  LocalClient& client;
  Answered answered;
};

void LocalClient::send(http::Request request, Answered answered) {
  if (stopped_) return answered(std::nullopt);
  http::Arrival arrival;
  arrival.at = clock_.ticks();
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
  auto& delivery = exchange->delivery;
  delivery.end = end;
  delivery.began = clock_.ticks();
  if (end == End::sent) {
    reply = exchange->reply();
    delivery.bytes = http::serialize(*reply, {}).size();
  }
  delivery.ended = clock_.ticks();
  // Told first, so that a transcript has the calls of a client in the order in which it made them.
  application_.finished(std::move(exchange));
  answered(std::move(reply));
}

}  // namespace stunt::harness
