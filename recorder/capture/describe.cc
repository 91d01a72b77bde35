// SPDX-License-Identifier: MIT
#include "recorder/capture/describe.h"

#include <algorithm>
#include <array>

#include "aws/error.h"
#include "recorder/redaction/signature.h"
#include "recorder/transcript/canonical.h"
#include "recorder/transcript/ulid.h"

namespace stunt::recorder {
namespace {

using aws::Call;
using aws::Json;
using End = http::Delivery::End;

std::optional<Json> object_in(const std::string& body) {
  auto json = aws::parse_json(body);
  return json && json->is_object() ? std::move(json) : std::nullopt;
}

bool was_sent(const aws::Exchange& exchange) {
  return exchange.outcome.reply &&
         (exchange.delivery.end == End::sent || exchange.delivery.bytes > 0);
}

/// A fault that acts before the engine has answered in its place.
bool fault_answered(const aws::Outcome& outcome) {
  return std::any_of(outcome.faults.begin(), outcome.faults.end(), [](const auto& fault) {
    return fault.phase == aws::Phase::before && fault.answered;
  });
}

/// The engine has answered, and nothing was sent.
bool was_lost(const aws::Exchange& exchange) {
  return exchange.outcome.reply && !was_sent(exchange) && !fault_answered(exchange.outcome);
}

bool same(const http::Reply& a, const http::Reply& b) {
  return a.status == b.status && a.headers == b.headers && a.body == b.body;
}

std::string known_method(const std::string& method) {
  static constexpr std::array<std::string_view, 9> kMethods = {
      "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"};
  const bool known = std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
  return known ? method : std::string(kRedacted);
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const auto name = list.substr(0, list.find(';'));
    if (!name.empty()) names.emplace_back(name);
    list.remove_prefix(std::min(name.size() + 1, list.size()));
  }
  return names;
}

}  // namespace

Describer::Describer(Header header, const aws::ServiceModel& service, world::Moment started)
    : header_(std::move(header)), service_(service), started_(started), redactor_(service) {}

ExchangeLine Describer::describe(const aws::Exchange& exchange) {
  const auto& call = exchange.call;
  if (call.kind == Call::Body::object) redactor_.learn_request(call, call.body);
  const auto sent = learn(call, exchange.outcome.reply);
  const auto real = learn(call, exchange.outcome.real);

  ExchangeLine line;
  line.seq = call.seq;
  line.id = exchange_id(exchange.at, world::Random(header_.seed), call.seq);
  line.connection = exchange.arrival.connection;
  line.reused = exchange.arrival.reused;
  if (call.model) line.op = std::string(call.model->name);
  add_times(exchange, line);
  line.req = request(exchange);
  add_sender(exchange, line);
  add_answer(exchange, sent, real, line);
  add_layers(exchange, line);
  return line;
}

void Describer::learn(const aws::Exchange& exchange) {
  const auto& call = exchange.call;
  if (call.kind == Call::Body::object) redactor_.learn_request(call, call.body);
  learn(call, exchange.outcome.reply);
  learn(call, exchange.outcome.real);
}

Describer::Answer Describer::learn(const Call& call, const std::optional<http::Reply>& reply) {
  if (!reply) return {};
  Answer answer{&*reply, object_in(reply->body)};
  if (answer.body) redactor_.learn_reply(call, reply->status, *answer.body);
  return answer;
}

ExchangeLine::Request Describer::request(const aws::Exchange& exchange) {
  const auto& request = exchange.request;
  ExchangeLine::Request described;
  described.method = known_method(request.method);
  described.path = redactor_.text(request.path);
  if (!request.query.empty()) described.query = kRedacted;
  described.headers = redact_headers(request.headers, service_, redactor_);
  described.body.size = request.body.size();
  if (exchange.call.kind == Call::Body::object) {
    described.body.json = redactor_.request(exchange.call, exchange.call.body);
  }
  return described;
}

ExchangeLine::Reply Describer::reply(const Call& call, const Answer& answer) {
  const auto& reply = *answer.reply;
  ExchangeLine::Reply described;
  described.status = reply.status;
  described.headers = redact_headers(reply.headers, service_, redactor_);
  described.body.size = reply.body.size();
  if (answer.body) described.body.json = redactor_.reply(call, reply.status, *answer.body);
  return described;
}

/// What belongs to the machine stays out of a deterministic transcript.
void Describer::add_times(const aws::Exchange& exchange, ExchangeLine& line) const {
  line.t = exchange.at - header_.clock_start;
  line.dur.injected = exchange.injected;
  if (header_.deterministic) return;
  line.at = exchange.arrival.at - started_;
  line.dur.queue = exchange.arrival.queued;
  line.dur.engine = exchange.engine;
  line.dur.write = exchange.delivery.ended - exchange.delivery.began;
}

void Describer::add_sender(const aws::Exchange& exchange, ExchangeLine& line) {
  const auto& call = exchange.call;
  const auto header = [&](std::string_view name) {
    return redactor_.text(exchange.request.headers.get(name).value_or(std::string_view()));
  };
  line.key.secret_id = redactor_.identifier(call.secret_id);
  line.key.canonical =
      canonicalize(call.model, canonical_body(call.model, line.req.body.json.value_or(Json()))).key;
  line.sdk = {redactor_.text(call.sdk.invocation), call.sdk.attempt, call.sdk.max,
              redactor_.text(call.sdk.ttl), header("user-agent")};
  line.trace = {header("traceparent"), header("tracestate")};

  const auto authorization = exchange.request.headers.get("authorization");
  const auto signature = authorization ? read_signature(*authorization) : std::nullopt;
  if (!signature) return;
  line.key.access_key_id = redactor_.text(signature->access_key_id);
  line.key.region = redactor_.text(signature->region);
  const auto date = header("x-amz-date");
  line.sig = {signature->algorithm, split(redactor_.text(signature->signed_headers)),
              is_amz_date(date) ? date : signature->date};
}

void Describer::add_answer(const aws::Exchange& exchange, const Answer& sent, const Answer& real,
                           ExchangeLine& line) {
  const auto& outcome = exchange.outcome;
  if (was_sent(exchange)) {
    line.res = reply(exchange.call, sent);
    if (outcome.reply->status >= 400) {
      const auto code = redactor_.text(aws::error_code(*outcome.reply));
      line.error = {code, std::string(aws::retryable(code, outcome.reply->status))};
    }
  }
  if (real.reply) {
    const bool told = line.res && same(*real.reply, *sent.reply);
    if (!told) line.real = reply(exchange.call, real);
  } else if (was_lost(exchange)) {
    line.real = reply(exchange.call, sent);
  }
  line.outcome = aws::outcome_of(exchange);
  line.applied = outcome.applied;
}

void Describer::add_layers(const aws::Exchange& exchange, ExchangeLine& line) {
  const auto& outcome = exchange.outcome;
  const bool cut = exchange.delivery.end != End::sent || outcome.shape.wire != http::Wire{};
  for (const auto& fault : outcome.faults) {
    line.faults.push_back({fault, std::nullopt});
    if (cut) line.faults.back().bytes_sent = exchange.delivery.bytes;
  }
  line.replayed = outcome.replayed;
  line.near = outcome.near;
  for (auto& near : line.near) {
    near.pointer = redactor_.text(near.pointer);
    near.want = redactor_.text(near.want);
    near.got = redactor_.text(near.got);
  }
}

}  // namespace stunt::recorder
