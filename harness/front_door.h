// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin.h"
#include "harness/scopes.h"
#include "http/exchange.h"

namespace stunt::harness {

/// What the server serves: a request under /_stunt/ is an errand for the admin routes, any other
/// goes to the scope that its sender means. Thread-safe.
class FrontDoor : public http::Application {
 public:
  /// Both must outlive it.
  FrontDoor(const Admin& admin, const Scopes& scopes) : admin_(admin), scopes_(scopes) {}

  std::unique_ptr<http::Exchange> arrived(http::Request request,
                                          const http::Arrival& arrival) override;
  void finished(std::unique_ptr<http::Exchange> exchange) override;

 private:
  const Admin& admin_;
  const Scopes& scopes_;
};

}  // namespace stunt::harness
