// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/call.h"
#include "scenarios/glob.h"

namespace stunt::scenarios {

/// Which secrets are meant. A glob is held against the secret's name and against its id as
/// the client sent it, so that one for ARNs works too; a whole ARN means the name in it.
class SecretPattern {
 public:
  explicit SecretPattern(std::string pattern);

  const std::string& pattern() const { return glob_.pattern(); }
  bool matches(const aws::Call& call) const;

 private:
  Glob glob_;
  std::string name_;  ///< of a pattern without wildcards: the name that it says
};

}  // namespace stunt::scenarios
