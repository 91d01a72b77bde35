// SPDX-License-Identifier: MIT
#include "recorder/show/words.h"

#include <algorithm>

#include "aws/arn.h"

namespace stunt::recorder {

std::string or_nothing(const std::string& text) { return text.empty() ? kNothing : text; }

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string operation_of(const ExchangeLine& line) { return line.op.value_or("(unknown)"); }

std::string secret_of(const ExchangeLine& line) {
  return or_nothing(std::string(aws::secret_name(line.key.secret_id)));
}

std::string attempt_of(const ExchangeLine& line) {
  return line.sdk.attempt > 0 ? std::to_string(line.sdk.attempt) : kNothing;
}

std::string answer_of(const ExchangeLine& line) {
  const bool ended =
      line.outcome == aws::OutcomeKind::client_gone || line.outcome == aws::OutcomeKind::reset ||
      line.outcome == aws::OutcomeKind::closed || line.outcome == aws::OutcomeKind::timeout;
  if (ended || !line.res) {
    const auto bytes = line.faults.empty() ? 0 : line.faults.front().bytes_sent.value_or(0);
    const auto text = std::string(to_string(line.outcome));
    return bytes > 0 ? text + " after " + counted(bytes, "byte") : text;
  }
  const auto status = std::to_string(line.res->status);
  return line.error ? status + " " + line.error->code : status;
}

Color color_of(aws::OutcomeKind outcome) {
  if (outcome == aws::OutcomeKind::ok) return Color::none;
  return outcome == aws::OutcomeKind::throttled ? Color::yellow : Color::red;
}

std::string faults_of(const ExchangeLine& line) {
  std::string text;
  for (auto at = line.faults.begin(); at != line.faults.end(); ++at) {
    const bool is_told = std::any_of(line.faults.begin(), at,
                                     [&](const auto& earlier) { return earlier.rule == at->rule; });
    if (!is_told) text += (text.empty() ? "" : ", ") + at->rule;
  }
  return or_nothing(text);
}

}  // namespace stunt::recorder
