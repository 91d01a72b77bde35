// SPDX-License-Identifier: MIT
#include "stunt/scope.h"

#include <cstring>
#include <sstream>
#include <stdexcept>

#include "aws/sigv4/sign.h"
#include "emulator/model/secrets_manager.h"
#include "harness/embedded/ask_secret.h"
#include "harness/embedded/facts.h"
#include "harness/embedded/handler_fault.h"
#include "harness/embedded/read.h"
#include "harness/embedded/read_rule.h"
#include "harness/embedded/scope_parts.h"
#include "harness/run/child.h"
#include "harness/run/environment.h"
#include "harness/run/judge.h"
#include "harness/script/step_runner.h"
#include "input/duration.h"
#include "input/quote.h"
#include "verdict/report/report.h"
#include "world/ids.h"

namespace stunt {
namespace {

/// SDKs make up an idempotency token where none is given; so do calls without a socket.
std::string with_token(const std::string& operation, const std::string& json,
                       const harness::Scope& world, std::uint64_t number) {
  const auto* model = emulator::secrets_manager().operation(operation);
  if (!model || model->token.empty()) return json;
  auto body = aws::parse_json(json);
  if (!body || !body->is_object() || aws::member(*body, model->token)) return json;
  const world::Random random(world.seed());
  (*body)[std::string(model->token)] =
      world::uuid(random.draw({"call-token", world.name(), "high"}, number),
                  random.draw({"call-token", world.name(), "low"}, number));
  return body->dump();
}

http::Request request_of(const std::string& operation, const std::string& json,
                         const Headers& headers, Scope::Parts& parts) {
  const auto& service = emulator::secrets_manager();
  http::Request request;
  request.method = "POST";
  request.path = "/";
  request.headers = {{"Host", "localhost"},
                     {"User-Agent", "stunt-call"},
                     {"Content-Type", "application/x-amz-json-1.1"},
                     {"X-Amz-Target", std::string(service.target_prefix) + "." + operation}};
  for (const auto& [name, value] : headers) request.headers.set(name, value);
  request.body = with_token(operation, json, *parts.world, ++parts.tokens);
  aws::sign(request, {parts.access_key_id, aws::SecretAccessKey(parts.secret_access_key)},
            {parts.world->region(), service.signing_name}, parts.world->clock().now());
  return request;
}

}  // namespace

const std::string& Scope::name() const { return parts_->world->name(); }
const std::string& Scope::endpoint() const { return parts_->endpoint; }
const std::string& Scope::access_key_id() const { return parts_->access_key_id; }
const std::string& Scope::secret_access_key() const { return parts_->secret_access_key; }
const std::string& Scope::region() const { return parts_->world->region(); }
std::uint64_t Scope::seed() const { return parts_->world->seed(); }

std::vector<std::string> Scope::environment() const {
  return harness::environment_for(
      {endpoint(), access_key_id(), secret_access_key(), region(), std::to_string(seed())},
      harness::own_environment());
}

int Scope::run(const std::vector<std::string>& command, std::chrono::milliseconds timeout) const {
  if (command.empty()) throw std::invalid_argument("there is no command to run");
  harness::Child child(command, environment());
  if (!child.ends_within(timeout)) {
    throw std::runtime_error(input::quote(command.front()) + " had not ended after " +
                             input::format_duration(timeout) + ", and was killed");
  }
  const auto [how, number] = child.wait();
  if (how == verdict::Exit::How::not_started) {
    throw std::invalid_argument("cannot run " + input::quote(command.front()) + ": " +
                                std::strerror(number));
  }
  return how == verdict::Exit::How::killed ? 128 + number : number;
}

std::string Scope::add(const Rule& rule) const {
  auto& world = *parts_->world;
  const auto id = "on-" + std::to_string(++parts_->rules);
  auto read = embedded::read_rule(rule, id, world.board().states(), parts_->is_declared);
  try {
    world.meet({read});
  } catch (const input::BadInput& broken) {
    throw embedded::wrong("On()", broken.problems);
  }
  const auto taken = read.id;
  if (!world.director().add(std::move(read))) {
    throw std::invalid_argument("On(): there is a rule " + input::quote(taken) + " already");
  }
  return taken;
}

bool Scope::remove_rule(const std::string& id) const {
  return parts_->world->director().remove(id);
}

std::vector<std::string> Scope::unfired_rules() const {
  std::vector<std::string> ids;
  for (const auto& count : parts_->world->director().counts()) {
    if (count.must_fire && count.struck == 0) ids.push_back(count.rule);
  }
  return ids;
}

void Scope::answer_with(Handler handler) const {
  auto& world = *parts_->world;
  if (!handler) return world.engine_seat().leave();
  world.engine_seat().take(
      embedded::stand_in(std::move(handler), world::Random(world.seed()), world.clock()));
}

Answer Scope::call(const std::string& operation, const std::string& json,
                   const Headers& headers) const {
  const auto parts = parts_;
  const auto reply = parts->local.call(*parts->world, request_of(operation, json, headers, *parts));
  if (!reply) return {0, "", {}};
  Answer answer{reply->status, reply->body, {}};
  for (const auto& [name, value] : reply->headers) answer.headers.emplace_back(name, value);
  return answer;
}

void Scope::advance(std::chrono::microseconds by) const {
  if (!parts_->world->has_virtual_clock()) {
    throw std::logic_error(
        "the clock of this world is the machine's and cannot be moved; ask for one that can, by "
        "UseVirtualClock() in a test or by ScopeOptions::virtual_clock");
  }
  parts_->world->advance(by);
}

Exchanges Scope::transcript(const Calls& calls) const {
  const auto meant = embedded::read_calls(calls, "Transcript()");
  parts_->settle();
  return embedded::exchanges_of(*parts_->world, meant);
}

bool Scope::await(const Calls& calls, std::uint64_t count,
                  std::chrono::microseconds timeout) const {
  const auto meant = embedded::read_calls(calls, "Await()");
  return parts_->world->journal().wait_for(meant.match, count, timeout);
}

Secret Scope::secret(const std::string& name) const {
  return embedded::ask_secret(*parts_->world, name);
}

std::string Scope::verdict() const {
  auto& world = *parts_->world;
  parts_->settle();
  world.steps().clients_left();
  world.steps().join();
  const auto verdict = harness::judge(world, std::nullopt, "");
  if (verdict.status == verdict::Status::pass) return {};
  std::ostringstream out;
  verdict::report::write_text(verdict, out);
  return out.str();
}

}  // namespace stunt
