// SPDX-License-Identifier: MIT
#include "harness/front_door.h"

#include <utility>

#include "aws/error.h"
#include "harness/answered.h"
#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::harness {
namespace {

/// To a path that no scope answers to. 400, so that no SDK tries again.
http::Reply lost(const std::string& message) {
  auto reply = aws::error_reply({"StuntUnknownScope", message, 400, true}, {});
  reply.headers.remove("x-amzn-RequestId");
  return reply;
}

}  // namespace

std::unique_ptr<http::Exchange> FrontDoor::arrived(http::Request request,
                                                   const http::Arrival& arrival) {
  if (admin_.owns(request)) return admin_.answer(std::move(request), arrival);
  if (auto scope = scopes_.of(request)) {
    auto& application = scope->application();
    return application.arrived(std::move(request), arrival, std::move(scope));
  }
  const auto names = scopes_.names();
  const std::vector<std::string_view> known(names.begin() + 1, names.end());
  const auto hint = known.empty() ? "no scope is declared" : "there are: " + input::list_of(known);
  return std::make_unique<Answered>(
      lost("No scope answers to " + input::quote(request.path) + "; " + hint + "."));
}

void FrontDoor::finished(std::unique_ptr<http::Exchange> exchange) {
  // What is no call leaves no trace.
  if (auto* owner = harness::Application::owner_of(*exchange)) owner->finished(std::move(exchange));
}

}  // namespace stunt::harness
