// SPDX-License-Identifier: MIT
#include "recorder/otlp/outline.h"

#include <algorithm>
#include <cctype>

#include "aws/error.h"
#include "recorder/capture/answers.h"

namespace stunt::recorder {
namespace {

constexpr const char* kRequestId = "x-amzn-requestid";
constexpr std::size_t kLongestCode = 64;

/// What a rule or a replay makes up may be anything; a code is a name.
bool is_name(const std::string& code) {
  return code.size() <= kLongestCode &&
         std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isalnum(c); });
}

}  // namespace

ExchangeLine outline(const aws::Exchange& exchange, const std::string& scope) {
  const auto& call = exchange.call;
  ExchangeLine line;
  line.seq = call.seq;
  line.scope = scope;
  line.dur = {exchange.arrival.queued, exchange.engine, exchange.injected,
              exchange.delivery.ended - exchange.delivery.began};
  if (call.model) line.op = std::string(call.model->name);
  line.sdk.attempt = call.sdk.attempt;
  line.trace.parent = exchange.request.headers.get("traceparent").value_or("");
  line.req.method = exchange.request.method;
  if (const auto* reply = sent_reply(exchange)) {
    line.res = ExchangeLine::Reply{reply->status, {}, {}};
    const auto id = reply->headers.get(kRequestId);
    if (id) line.res->headers.emplace_back(kRequestId, *id);
    const auto code = reply->status >= 400 ? aws::error_code(*reply) : std::string();
    if (is_name(code)) line.error = {code, {}};
  }
  if (const auto* reply = real_reply(exchange)) {
    line.real = ExchangeLine::Reply{reply->status, {}, {}};
  }
  line.outcome = aws::outcome_of(exchange);
  for (const auto& fault : exchange.outcome.faults) line.faults.push_back({fault, std::nullopt});
  return line;
}

}  // namespace stunt::recorder
