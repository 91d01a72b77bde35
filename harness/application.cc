// SPDX-License-Identifier: MIT
#include "harness/application.h"

#include <typeinfo>
#include <utility>

#include <spdlog/spdlog.h>

#include "aws/error.h"

namespace stunt::harness {
namespace {

/// Our own failure, said as AWS says its own. The exception's text stays here: it may quote a body.
aws::Outcome failure(const aws::Call& call, world::Instant now, const char* type) {
  spdlog::error("call {}: {} failed with a {}; this is a bug in stunt", call.seq,
                call.model ? call.model->name : "an unknown operation", type);
  aws::Outcome outcome;
  outcome.reply = aws::error_reply(aws::make_error(*aws::common_error("InternalFailure")),
                                   {"00000000-0000-4000-8000-000000000000", now});
  return outcome;
}

}  // namespace

struct Application::Owned : aws::Exchange {
  Owned(Application& owner_, std::shared_ptr<void> world_)
      : owner(owner_), world(std::move(world_)) {}
  Application& owner;
  std::shared_ptr<void> world;
};

Application::Application(const aws::ServiceModel& service, aws::Handler chain,
                         const world::Clock& clock, std::shared_ptr<aws::Ordinals> ordinals)
    : service_(service), chain_(std::move(chain)), clock_(clock), ordinals_(std::move(ordinals)) {}

Application* Application::owner_of(const http::Exchange& exchange) {
  const auto* owned = dynamic_cast<const Owned*>(&exchange);
  return owned ? &owned->owner : nullptr;
}

std::unique_ptr<http::Exchange> Application::arrived(http::Request request,
                                                     const http::Arrival& arrival,
                                                     std::shared_ptr<void> world) {
  auto exchange = std::make_unique<Owned>(*this, std::move(world));
  exchange->request = std::move(request);
  exchange->arrival = arrival;
  exchange->at = clock_.now();
  exchange->call = aws::read_call(exchange->request, service_);
  ordinals_->count(exchange->call);
  exchange->outcome = answer(*exchange, [&] { return chain_(exchange->call); });
  // Whoever hears of it may change what the next call meets, and not this one.
  if (ear_) ear_(*exchange);
  return exchange;
}

/// Measures what the chain spends, also where it goes on after a wait.
aws::Outcome Application::answer(aws::Exchange& exchange,
                                 const std::function<aws::Outcome()>& how) const {
  const auto began = clock_.ticks();
  aws::Outcome outcome;
  try {
    outcome = how();
  } catch (const std::exception& error) {
    outcome = failure(exchange.call, clock_.now(), typeid(error).name());
  }
  exchange.engine += clock_.ticks() - began + outcome.worked;
  if (retime_) retime_(exchange, outcome);
  if (outcome.then) {
    outcome.then = [this, &exchange, then = std::move(outcome.then)] {
      return answer(exchange, then);
    };
  }
  return outcome;
}

void Application::finished(std::unique_ptr<http::Exchange> ended) {
  auto* owned = static_cast<Owned*>(ended.release());
  std::unique_ptr<aws::Exchange> exchange(owned);
  // Whoever keeps the exchange may belong to the world: it must not keep the world too.
  const auto world = std::exchange(owned->world, nullptr);
  if (sink_) sink_(std::move(exchange));
}

}  // namespace stunt::harness
