// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin/admin.h"
#include "http/exchange.h"

namespace stunt::harness::admin {

/// What the server of --admin-port serves: the admin API and nothing else. Thread-safe.
class AdminDoor : public http::Application {
 public:
  /// It must outlive it.
  explicit AdminDoor(const Admin& admin) : admin_(admin) {}

  std::unique_ptr<http::Exchange> arrived(http::Request request,
                                          const http::Arrival& arrival) override {
    return admin_.answer(std::move(request), arrival, Admin::Door::own);
  }
  void finished(std::unique_ptr<http::Exchange>) override {}

 private:
  const Admin& admin_;
};

}  // namespace stunt::harness::admin
