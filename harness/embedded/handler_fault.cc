// SPDX-License-Identifier: MIT
#include "harness/embedded/handler_fault.h"

#include <utility>

#include "aws/error.h"
#include "aws/ids.h"
#include "scenarios/faults/answer.h"

namespace stunt::embedded {

Request request_of(const aws::Call& call) {
  return {std::string(call.operation), call.secret, call.request->body,
          std::string(call.credential.access_key_id), call.sdk.attempt};
}

std::optional<http::Reply> reply_of(const Answer& answer, const aws::Call& call,
                                    const world::Random& random, const world::Clock& clock) {
  if (answer.status == 0) return std::nullopt;
  auto reply =
      aws::json_reply(answer.status, answer.body, {aws::request_id(random, call), clock.now()});
  for (const auto& [name, value] : answer.headers) reply.headers.set(name, value);
  return reply;
}

scenarios::Trace HandlerFault::strike(aws::Outcome& outcome,
                                      const scenarios::Occasion& occasion) const {
  const auto answer = handler_(request_of(occasion.call));
  auto reply = reply_of(answer, occasion.call, occasion.random, occasion.clock);
  if (!reply) return {};
  scenarios::replace_answer(outcome, *std::move(reply));
  return {"do:" + std::to_string(answer.status)};
}

harness::EngineSeat::StandIn stand_in(Handler handler, world::Random random,
                                      const world::Clock& clock) {
  return [handler = std::move(handler), random,
          &clock](const aws::Call& call) -> std::optional<aws::Outcome> {
    auto reply = reply_of(handler(request_of(call)), call, random, clock);
    if (!reply) return std::nullopt;
    aws::Outcome outcome;
    outcome.reply = *std::move(reply);
    return outcome;
  };
}

}  // namespace stunt::embedded
