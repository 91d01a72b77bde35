// SPDX-License-Identifier: MIT
#include "harness/script/own_calls.h"

#include <chrono>
#include <future>
#include <memory>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/own_call.h"
#include "world/ids.h"

namespace stunt::harness {
namespace {

/// A rotation that takes longer is given up.
constexpr std::chrono::minutes kPatience{1};

bool wait(const http::Exchange& exchange) {
  if (!exchange.shape().hold) return true;
  const auto done = std::make_shared<std::promise<void>>();
  exchange.shape().hold([done, told = std::make_shared<std::atomic<bool>>(false)] {
    if (!told->exchange(true)) done->set_value();
  });
  return done->get_future().wait_for(kPatience) == std::future_status::ready;
}

aws::Error error_in(const http::Reply& reply) {
  const auto body = aws::parse_json(reply.body);
  aws::Error error{aws::error_code(reply), "", reply.status};
  if (!body) return error;
  error.message = aws::text_member(*body, "Message");
  if (error.message.empty()) error.message = aws::text_member(*body, "message");
  return error;
}

}  // namespace

OwnCalls::OwnCalls(aws::Handler engine, const world::Clock& clock, world::Random random,
                   emulator::Place place, const aws::SecretAccessKey& own_secret,
                   std::shared_ptr<aws::Ordinals> ordinals)
    : application_(emulator::secrets_manager(), std::move(engine), clock, std::move(ordinals)),
      clock_(clock),
      random_(random),
      place_(std::move(place)),
      own_secret_(own_secret) {}

aws::Json OwnCalls::with_token(std::string_view operation, const aws::Json& input) {
  const auto* model = emulator::secrets_manager().operation(operation);
  if (!model || model->token.empty() || aws::member(input, model->token)) return input;
  auto whole = input;
  const auto number = ++tokens_;
  whole[std::string(model->token)] = world::uuid(random_.draw({"script-token", "high"}, number),
                                                 random_.draw({"script-token", "low"}, number));
  return whole;
}

http::Reply OwnCalls::reply(std::string_view operation, const aws::Json& input) {
  auto request = own_call(operation, with_token(operation, input), place_, clock_.now(),
                          own_secret_, "stunt-script");
  http::Arrival arrival;
  arrival.at = clock_.ticks();
  auto exchange = application_.arrived(std::move(request), arrival);
  do {
    if (!wait(*exchange)) return {504, {}, {}};
  } while (exchange->resume());
  exchange->delivery.began = exchange->delivery.ended = clock_.ticks();
  auto reply = exchange->reply();
  application_.finished(std::move(exchange));
  return reply;
}

OwnCalls::Answer OwnCalls::ask(std::string_view operation, const aws::Json& input) {
  const auto reply = this->reply(operation, input);
  if (reply.status >= 400) return tl::unexpected(error_in(reply));
  return aws::parse_json(reply.body).value_or(aws::Json::object());
}

}  // namespace stunt::harness
