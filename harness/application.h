// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "aws/exchange.h"
#include "aws/ordinals.h"
#include "aws/outcome.h"
#include "http/exchange.h"
#include "world/clock.h"

namespace stunt::harness {

/// Takes requests as calls of the service: each is counted, goes down the chain, and ends in the
/// sink. Thread-safe.
class Application : public http::Application {
 public:
  /// Takes an exchange that has ended.
  using Sink = std::function<void(std::unique_ptr<aws::Exchange>)>;

  /// Sees a call that has arrived, once it is decided what becomes of it. The call stays as it is,
  /// where it is, until its exchange ends.
  using Ear = std::function<void(const aws::Exchange&)>;

  /// Changes an outcome before its wait begins.
  using Retime = std::function<void(aws::Exchange&, aws::Outcome&)>;

  /// `ordinals` may be another application's: then the calls of both are numbered together.
  Application(const aws::ServiceModel& service, aws::Handler chain, const world::Clock& clock,
              std::shared_ptr<aws::Ordinals> ordinals = std::make_shared<aws::Ordinals>());

  const std::shared_ptr<aws::Ordinals>& ordinals() const { return ordinals_; }

  // Set before the first request, or not at all.

  /// Where exchanges end.
  void record_to(Sink sink) { sink_ = std::move(sink); }
  void tell(Ear ear) { ear_ = std::move(ear); }
  void retime(Retime retime) { retime_ = std::move(retime); }

  /// The application that an exchange came from; null if it is no call.
  static Application* owner_of(const http::Exchange& exchange);

  std::unique_ptr<http::Exchange> arrived(http::Request request,
                                          const http::Arrival& arrival) override {
    return arrived(std::move(request), arrival, nullptr);
  }

  /// The same for an application that may leave: until the exchange has ended, it holds `world`.
  std::unique_ptr<http::Exchange> arrived(http::Request request, const http::Arrival& arrival,
                                          std::shared_ptr<void> world);
  void finished(std::unique_ptr<http::Exchange> exchange) override;

 private:
  struct Owned;

  aws::Outcome answer(aws::Exchange& exchange, const std::function<aws::Outcome()>& how) const;

  const aws::ServiceModel& service_;
  const aws::Handler chain_;
  const world::Clock& clock_;
  const std::shared_ptr<aws::Ordinals> ordinals_;
  Sink sink_;
  Ear ear_;
  Retime retime_;
};

}  // namespace stunt::harness
