// SPDX-License-Identifier: MIT
#include "harness/embedded/handler_fault.h"

#include <cstdlib>
#include <exception>
#include <memory>
#include <typeinfo>
#include <utility>

#include <cxxabi.h>
#include <spdlog/spdlog.h>

#include "aws/error.h"
#include "aws/ids.h"
#include "scenarios/faults/answer.h"

namespace stunt::embedded {
namespace {

/// "std::runtime_error".
std::string name_of(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : type.name();
}

/// What it says of itself may quote a secret, and is not told.
Answer thrown(const aws::Call& call, const std::string& what) {
  const std::string text = "the program's own answer to this call was to throw " + what;
  spdlog::error("call {}: {}: {}", call.seq, call.model ? call.model->name : "an unknown operation",
                text);
  return Answer::Error("InternalFailure", text);
}

/// A handler that throws has answered too, or whoever looks for the reason would look at us.
Answer ask(const Handler& handler, const aws::Call& call) {
  try {
    return handler(request_of(call));
  } catch (const std::exception& error) {
    return thrown(call, name_of(typeid(error)));
  } catch (...) {
    return thrown(call, "something that is no std::exception");
  }
}

}  // namespace

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
  const auto answer = ask(handler_, occasion.call);
  auto reply = reply_of(answer, occasion.call, occasion.random, occasion.clock);
  if (!reply) return {};
  scenarios::replace_answer(outcome, *std::move(reply));
  return {"do:" + std::to_string(answer.status)};
}

harness::EngineSeat::StandIn stand_in(Handler handler, world::Random random,
                                      const world::Clock& clock) {
  return [handler = std::move(handler), random,
          &clock](const aws::Call& call) -> std::optional<aws::Outcome> {
    auto reply = reply_of(ask(handler, call), call, random, clock);
    if (!reply) return std::nullopt;
    aws::Outcome outcome;
    outcome.reply = *std::move(reply);
    return outcome;
  };
}

}  // namespace stunt::embedded
