// SPDX-License-Identifier: MIT
#include "harness/embedded/local_calls.h"

#include <future>
#include <memory>
#include <utility>

#include "harness/local_client.h"

namespace stunt::embedded {

std::optional<http::Reply> LocalCalls::call(harness::Scope& scope, http::Request request) {
  auto client = std::make_shared<harness::LocalClient>(scope.application(), clock_, thread_.loop());
  const auto answer = std::make_shared<std::promise<std::optional<http::Reply>>>();
  client->send(
      std::move(request), [answer](auto reply) { answer->set_value(std::move(reply)); },
      connections_++);
  auto reply = answer->get_future().get();
  // It may still be at work there.
  thread_.loop().post([client = std::move(client)] {});
  return reply;
}

}  // namespace stunt::embedded
