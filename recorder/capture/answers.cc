// SPDX-License-Identifier: MIT
#include "recorder/capture/answers.h"

#include <algorithm>

namespace stunt::recorder {
namespace {

using End = http::Delivery::End;

/// A fault that acts before the engine has answered in its place.
bool fault_answered(const aws::Outcome& outcome) {
  return std::any_of(outcome.faults.begin(), outcome.faults.end(), [](const auto& fault) {
    return fault.phase == aws::Phase::before && fault.answered;
  });
}

bool same(const http::Reply& a, const http::Reply& b) {
  return a.status == b.status && a.headers == b.headers && a.body == b.body;
}

}  // namespace

const http::Reply* sent_reply(const aws::Exchange& exchange) {
  const auto& reply = exchange.outcome.reply;
  const bool sent = exchange.delivery.end == End::sent || exchange.delivery.bytes > 0;
  return reply && sent ? &*reply : nullptr;
}

const http::Reply* real_reply(const aws::Exchange& exchange) {
  const auto& reply = exchange.outcome.reply;
  const auto& real = exchange.outcome.real;
  const auto* sent = sent_reply(exchange);
  if (real) return sent && same(*real, *sent) ? nullptr : &*real;
  return reply && !sent && !fault_answered(exchange.outcome) ? &*reply : nullptr;
}

}  // namespace stunt::recorder
