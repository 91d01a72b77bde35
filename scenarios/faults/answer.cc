// SPDX-License-Identifier: MIT
#include "scenarios/faults/answer.h"

#include <utility>

namespace stunt::scenarios {

void keep_real(aws::Outcome& outcome) {
  if (outcome.reply && !outcome.real) outcome.real = outcome.reply;
}

void replace_answer(aws::Outcome& outcome, http::Reply reply) {
  if (outcome.reply && !outcome.real) outcome.real = std::move(outcome.reply);
  outcome.reply = std::move(reply);
  outcome.shape.wire.silent = false;
  outcome.shape.wire.end = http::Wire::End::usual;
}

void lose_answer(aws::Outcome& outcome, http::Wire::End end) {
  if (outcome.reply && !outcome.real) outcome.real = std::move(outcome.reply);
  outcome.reply.reset();
  outcome.shape.wire.silent = true;
  outcome.shape.wire.end = end;
}

std::string body_text(const aws::Json& json) {
  return json.dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

}  // namespace stunt::scenarios
