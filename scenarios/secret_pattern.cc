// SPDX-License-Identifier: MIT
#include "scenarios/secret_pattern.h"

#include "aws/arn.h"

namespace stunt::scenarios {

SecretPattern::SecretPattern(std::string pattern)
    : glob_(std::move(pattern)),
      name_(glob_.is_literal() ? aws::secret_name(glob_.pattern()) : "") {}

bool SecretPattern::matches(const aws::Call& call) const {
  if (glob_.is_literal()) return call.secret == name_;
  return glob_.matches(call.secret) ||
         (call.secret_id.size() != call.secret.size() && glob_.matches(call.secret_id));
}

}  // namespace stunt::scenarios
