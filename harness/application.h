// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "aws/exchange.h"
#include "aws/ordinals.h"
#include "aws/outcome.h"
#include "harness/admin.h"
#include "http/exchange.h"
#include "world/clock.h"

namespace stunt::harness {

/// What the server serves: a request under /_stunt/ is an errand for the admin routes; any other
/// is a call, is counted, goes down the chain, and ends in the recorder. Thread-safe.
class Application : public http::Application {
 public:
  /// Takes an exchange that has ended.
  using Sink = std::function<void(std::unique_ptr<aws::Exchange>)>;

  Application(const aws::ServiceModel& service, aws::Handler chain, const Admin& admin,
              const world::Clock& clock);

  /// Where exchanges end. Set before the server starts, or not at all.
  void record_to(Sink sink) { sink_ = std::move(sink); }

  std::unique_ptr<http::Exchange> arrived(http::Request request,
                                          const http::Arrival& arrival) override;
  void finished(std::unique_ptr<http::Exchange> exchange) override;

 private:
  aws::Outcome answer(aws::Exchange& exchange, const std::function<aws::Outcome()>& how) const;

  const aws::ServiceModel& service_;
  const aws::Handler chain_;
  const Admin& admin_;
  const world::Clock& clock_;
  aws::Ordinals ordinals_;
  Sink sink_;
};

}  // namespace stunt::harness
