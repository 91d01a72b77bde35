// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin/admin.h"
#include "harness/scopes.h"
#include "http/exchange.h"

namespace stunt::harness {

/// What the server serves: what the admin API owns goes there, any other request goes
/// to the scope that its sender means. Thread-safe.
class FrontDoor : public http::Application {
 public:
  /// Both must outlive it.
  FrontDoor(const admin::Admin& admin, const Scopes& scopes) : admin_(admin), scopes_(scopes) {}

  std::unique_ptr<http::Exchange> arrived(http::Request request,
                                          const http::Arrival& arrival) override;
  void finished(std::unique_ptr<http::Exchange> exchange) override;

 private:
  const admin::Admin& admin_;
  const Scopes& scopes_;
};

}  // namespace stunt::harness
