// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aws/call.h"
#include "scenarios/text_matcher.h"

namespace stunt::scenarios {

/// Which secrets are meant. A pattern is held against the secret's name and against its id as the
/// client sent it, so that one for ARNs works too; a whole ARN means the name in it. A call that
/// names no secret has none, which `absent` says, and the glob '*' takes too.
class SecretPattern {
 public:
  explicit SecretPattern(std::string pattern) : SecretPattern(TextMatcher(Glob(pattern))) {}
  explicit SecretPattern(TextMatcher matcher);

  /// As it was written.
  const TextMatcher& written() const { return written_; }
  aws::Json to_json() const { return written_.to_json(); }

  bool matches(const aws::Call& call) const;

  /// The secret's name, if only one can be meant.
  std::optional<std::string_view> name() const { return matcher_.literal(); }

 private:
  TextMatcher written_;
  TextMatcher matcher_;  ///< the same with names for ARNs
};

}  // namespace stunt::scenarios
