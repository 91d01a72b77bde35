// SPDX-License-Identifier: MIT
#include "recorder/capture/describe.h"

#include <algorithm>
#include <array>

#include "aws/error.h"
#include "recorder/capture/answers.h"
#include "recorder/redaction/signature.h"
#include "recorder/sealing/seal_line.h"
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

Describer::Describer(Header header, const aws::ServiceModel& service, world::Moment started,
                     DescriberOptions options)
    : header_(with_secrecy(std::move(header), options.redaction)),
      service_(service),
      started_(started),
      scope_(std::move(options.scope)),
      before_(options.before),
      seal_(std::move(options.redaction.seal)),
      redactor_(service, std::move(options.redaction.rules)) {
  redactor_.pseudonyms().begin_above(before_.pseudonym);
  if (options.redaction.reveal) redactor_.reveal();
  if (seal_) redactor_.be_exact();
}

ExchangeLine Describer::describe(const aws::Exchange& exchange) {
  const auto& call = exchange.call;
  if (call.kind == Call::Body::object) redactor_.learn_request(call, call.body);
  const auto sent = learn(call, exchange.outcome.reply);
  const auto real = learn(call, exchange.outcome.real);

  ExchangeLine line;
  line.seq = before_.seq + call.seq;
  line.scope = scope_;
  line.id = exchange_id(exchange.at, world::Random(header_.seed), line.seq);
  line.connection = exchange.arrival.connection;
  if (line.connection > 0) line.connection += before_.connection;
  line.reused = exchange.arrival.reused;
  add_name(call, line);
  add_times(exchange, line);
  line.req = request(exchange);
  add_sender(exchange, line);
  add_answer(exchange, sent, real, line);
  add_layers(exchange, line);
  if (seal_) seal_line(line, redactor_.pseudonyms(), *seal_, header_.secrecy.file);
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
  described.method = redactor_.reveals() ? request.method : known_method(request.method);
  described.path = redactor_.text(request.path);
  if (!request.query.empty()) {
    described.query = redactor_.reveals() ? without_signature(request.query) : kRedacted;
  }
  described.headers = redact_headers(request.headers, service_, redactor_);
  described.body.size = request.body.size();
  if (exchange.call.kind == Call::Body::object) {
    described.body.json = redactor_.request(exchange.call, exchange.call.body);
  } else if (redactor_.reveals() && !request.body.empty()) {
    described.body.raw = request.body;
  }
  return described;
}

ExchangeLine::Reply Describer::reply(const Call& call, const Answer& answer) {
  const auto& reply = *answer.reply;
  ExchangeLine::Reply described;
  described.status = reply.status;
  described.headers = redact_headers(reply.headers, service_, redactor_);
  described.body.size = reply.body.size();
  if (answer.body) {
    described.body.json = redactor_.reply(call, reply.status, *answer.body);
  } else if (redactor_.reveals() && !reply.body.empty()) {
    described.body.raw = reply.body;
  }
  return described;
}

/// Of a call of another service, nobody knows what its names may be; they are looked at as text is.
void Describer::add_name(const Call& call, ExchangeLine& line) {
  if (call.model) {
    line.op = std::string(call.model->name);
  } else if (!call.other_service.empty()) {
    line.service = redactor_.text(call.other_service);
    if (!call.other_operation.empty()) line.op = redactor_.text(call.other_operation);
  }
}

/// What belongs to the machine stays out of a deterministic transcript.
void Describer::add_times(const aws::Exchange& exchange, ExchangeLine& line) const {
  line.t = exchange.at - header_.clock_start;
  line.dur.injected = exchange.injected;
  if (header_.deterministic) return;
  line.at = before_.at + (exchange.arrival.at - started_);
  line.dur.queue = exchange.arrival.queued;
  line.dur.engine = exchange.engine;
  line.dur.write = exchange.delivery.ended - exchange.delivery.began;
}

void Describer::add_sender(const aws::Exchange& exchange, ExchangeLine& line) {
  const auto& call = exchange.call;
  const auto header = [&](std::string_view name) {
    return told_header(exchange.request.headers, name, redactor_);
  };
  const bool names_secret = call.model && redactor_.rules().is_secret(call.model->resource);
  line.key.secret_id = names_secret && !redactor_.reveals() && !call.secret_id.empty()
                           ? redactor_.secret(call.secret_id, false).get<std::string>()
                           : redactor_.identifier(call.secret_id);
  line.key.canonical =
      canonicalize(call.model, canonical_body(call.model, line.req.body.json.value_or(Json())),
                   other_name(line.service, line.op.value_or("")))
          .key;
  const auto& rules = redactor_.rules();
  if (!rules.drops_header("amz-sdk-invocation-id")) {
    line.sdk.invocation = redactor_.text(call.sdk.invocation);
  }
  if (!rules.drops_header("amz-sdk-request")) {
    line.sdk.attempt = call.sdk.attempt;
    line.sdk.max = call.sdk.max;
    line.sdk.ttl = redactor_.text(call.sdk.ttl);
  }
  line.sdk.user_agent = header("user-agent");
  line.trace = {header("traceparent"), header("tracestate")};
  line.sig = signature(exchange, line.key);
}

/// Who has signed, as far as it has the form that it must have.
std::optional<ExchangeLine::Signed> Describer::signature(const aws::Exchange& exchange,
                                                         ExchangeLine::Key& key) {
  const auto& request = exchange.request;
  const auto authorization = request.headers.get("authorization");
  const bool presigned = !authorization && is_presigned(request.query);
  std::optional<Signature> signature;
  if (presigned) signature = read_presigned(request.query);
  if (authorization && !redactor_.rules().drops_header("authorization")) {
    signature = read_signature(*authorization);
  }
  if (!signature) return std::nullopt;
  key.access_key_id = redactor_.text(signature->access_key_id);
  key.region = redactor_.text(signature->region);
  const auto date = told_header(request.headers, "x-amz-date", redactor_);
  return ExchangeLine::Signed{
      signature->algorithm, split(redactor_.text(signature->signed_headers)),
      is_amz_date(date) ? date : signature->date, exchange.outcome.signature_valid, presigned};
}

void Describer::add_answer(const aws::Exchange& exchange, const Answer& sent, const Answer& real,
                           ExchangeLine& line) {
  const auto& outcome = exchange.outcome;
  if (sent_reply(exchange)) {
    line.res = reply(exchange.call, sent);
    if (outcome.reply->status >= 400) {
      const auto code = redactor_.text(aws::error_code(*outcome.reply));
      line.error = {code, std::string(aws::retryable(code, outcome.reply->status))};
    }
  }
  if (const auto* engines = real_reply(exchange)) {
    line.real = reply(exchange.call, engines == real.reply ? real : sent);
  }
  line.outcome = aws::outcome_of(exchange);
  line.applied = outcome.applied;
  line.upstream_error = outcome.upstream_error;
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
    for (auto& difference : near.differences) {
      for (auto* text : {&difference.pointer, &difference.want, &difference.got}) {
        *text = redactor_.text(*text);
      }
    }
  }
}

}  // namespace stunt::recorder
