// SPDX-License-Identifier: MIT
#include "scenarios/secret_pattern.h"

#include <array>
#include <utility>

#include "aws/arn.h"

namespace stunt::scenarios {

SecretPattern::SecretPattern(TextMatcher matcher)
    : written_(std::move(matcher)), matcher_(written_.with_literals([](std::string_view literal) {
        return std::string(aws::secret_name(literal));
      })) {}

bool SecretPattern::matches(const aws::Call& call) const {
  const std::array<std::string_view, 2> texts = {call.secret, call.secret_id};
  const bool is_name = call.secret.size() == call.secret_id.size();
  return matcher_.matches(std::span(texts.data(), is_name ? 1 : 2), call.secret_id.empty());
}

}  // namespace stunt::scenarios
