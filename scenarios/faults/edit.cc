// SPDX-License-Identifier: MIT
#include "scenarios/faults/edit.h"

#include "scenarios/faults/answer.h"

namespace stunt::scenarios {

bool edit_body(aws::Outcome& outcome, const std::function<bool(aws::Json& body)>& change) {
  auto body = aws::parse_json(outcome.reply->body);
  if (!body) return false;
  try {
    if (!change(*body)) return false;
  } catch (const aws::Json::exception&) {
    return false;
  }
  keep_real(outcome);
  outcome.reply->body = body_text(*body);
  return true;
}

}  // namespace stunt::scenarios
