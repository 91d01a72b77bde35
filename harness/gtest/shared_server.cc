// SPDX-License-Identifier: MIT
#include "harness/gtest/shared_server.h"

#include <memory>
#include <mutex>

#include <gtest/gtest.h>

namespace stunt {
namespace {

std::mutex mutex;
std::unique_ptr<Server> server;

/// Ends the server while all that it needs is still there.
class Curtain : public testing::Environment {
 public:
  void TearDown() override {
    const std::lock_guard lock(mutex);
    server.reset();
  }
};

// Owned by GoogleTest.
[[maybe_unused]] testing::Environment* const curtain =
    testing::AddGlobalTestEnvironment(new Curtain);

}  // namespace

Server& shared_server() {
  const std::lock_guard lock(mutex);
  if (!server) server = std::make_unique<Server>();
  return *server;
}

}  // namespace stunt
