// SPDX-License-Identifier: MIT
//
// http::Server with the errands of tests/http, in a process of its own: see servant.h.
#include <optional>

#include "../http/errand_application.h"
#include "http/server.h"
#include "servant.h"
#include "world/clock.h"

namespace {

using namespace stunt;

class OurServer : public test::Servant {
 public:
  std::uint16_t start() override {
    server_.emplace(http::ServerOptions{.hosts = {"127.0.0.1"}, .port = 0}, application_, clock_);
    server_->start();
    return server_->port();
  }
  void stop() override { server_.reset(); }

 private:
  world::SystemClock clock_;
  test::ErrandApplication application_;
  std::optional<http::Server> server_;
};

}  // namespace

int main() {
  OurServer server;
  test::obey(server);
}
