// SPDX-License-Identifier: MIT
#include "act.h"

#include "aws/error.h"
#include "world/calendar.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

http::Reply reply_of(int status, std::string body) {
  return aws::json_reply(status, std::move(body),
                         {"0f0e0d0c-0000-4000-8000-000000000000", act_start()});
}

}  // namespace

world::Instant act_start() { return *world::parse_rfc3339("2026-01-01T00:00:00Z"); }

Act::Act(std::string_view operation, const aws::Json& body, const aws::ServiceModel& service)
    : service_(service) {
  auto& request = exchange_.request;
  request.method = "POST";
  request.path = "/";
  request.headers = {
      {"Host", "127.0.0.1:4566"},
      {"Content-Type", "application/x-amz-json-1.1"},
      {"X-Amz-Target", std::string(service.target_prefix) + "." + std::string(operation)},
      {"X-Amz-Date", "20260101T000000Z"},
      {"User-Agent", "Boto3/1.43.67"},
      {"Authorization",
       "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/secretsmanager/aws4_request, "
       "SignedHeaders=host;x-amz-date;x-amz-target, "
       "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"}};
  request.body = body.dump();
  answer(200, aws::Json::object());
  seq(1);
}

Act& Act::seq(std::uint64_t value) {
  seq_ = value;
  exchange_.at = act_start() + std::chrono::seconds(value);
  exchange_.arrival = {value, value > 1, world::Moment(std::chrono::seconds(value)), 3us};
  exchange_.delivery.began = exchange_.arrival.at + 200us;
  exchange_.delivery.ended = exchange_.delivery.began + 15us;
  exchange_.engine = 120us;
  return *this;
}

Act& Act::raw_body(std::string body) {
  exchange_.request.body = std::move(body);
  return *this;
}

Act& Act::header(std::string_view name, std::string value) {
  exchange_.request.headers.set(name, std::move(value));
  return *this;
}

Act& Act::without_header(std::string_view name) {
  exchange_.request.headers.remove(name);
  return *this;
}

Act& Act::target(std::string path, std::string query) {
  exchange_.request.path = std::move(path);
  exchange_.request.query = std::move(query);
  return *this;
}

Act& Act::method(std::string method) {
  exchange_.request.method = std::move(method);
  return *this;
}

Act& Act::attempt(std::string invocation, unsigned attempt) {
  header("amz-sdk-invocation-id", std::move(invocation));
  return header("amz-sdk-request", "attempt=" + std::to_string(attempt) + "; max=3");
}

Act& Act::answer(int status, const aws::Json& body) { return raw_answer(status, body.dump()); }

Act& Act::raw_answer(int status, std::string body) {
  exchange_.outcome.reply = reply_of(status, std::move(body));
  return *this;
}

Act& Act::answer_header(std::string_view name, std::string value) {
  exchange_.outcome.reply->headers.set(name, std::move(value));
  return *this;
}

Act& Act::real(int status, const aws::Json& body) {
  exchange_.outcome.real = reply_of(status, body.dump());
  return *this;
}

Act& Act::fault(aws::FiredFault fault) {
  exchange_.outcome.faults.push_back(std::move(fault));
  return *this;
}

Act& Act::wire(const http::Wire& wire) {
  exchange_.outcome.shape.wire = wire;
  return *this;
}

Act& Act::applied(bool applied) {
  exchange_.outcome.applied = applied;
  return *this;
}

Act& Act::took(world::Duration engine, world::Duration injected) {
  exchange_.engine = engine;
  exchange_.injected = injected;
  return *this;
}

Act& Act::ended(http::Delivery::End end, std::size_t bytes) {
  exchange_.delivery.end = end;
  exchange_.delivery.bytes = bytes;
  return *this;
}

void Act::read(aws::Exchange& exchange) const {
  exchange.call = aws::read_call(exchange.request, service_);
  exchange.call.seq = seq_;
  exchange.call.ordinal = seq_;
}

std::unique_ptr<aws::Exchange> Act::take() const {
  auto exchange = std::make_unique<aws::Exchange>(exchange_);
  read(*exchange);
  return exchange;
}

const aws::Call& Act::call() {
  read(exchange_);
  return exchange_.call;
}

}  // namespace stunt::test
