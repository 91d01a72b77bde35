// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "aws/json.h"

namespace stunt::recorder {

/// Which idempotency token a client sends today where another was recorded. A version of a secret
/// has the token as its id, so answers and later requests speak of it too. Not thread-safe.
class Tokens {
 public:
  /// Learns from a match of a recorded request with today's.
  void learn(const aws::Json& recorded_body, const aws::Json& body);

  /// Today's request with recorded tokens, and a recorded answer with today's.
  aws::Json to_recorded(const aws::Json& body) const;
  aws::Json to_live(const aws::Json& body) const;

 private:
  std::unordered_map<std::string, std::string> recorded_;  ///< by today's
  std::unordered_map<std::string, std::string> live_;      ///< by the recorded
};

}  // namespace stunt::recorder
