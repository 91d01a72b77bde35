// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "verdict/evidence.h"

namespace stunt::verdict {

/// There is nobody to ask, or the answer is of no use. what() says so, and quotes no value.
struct NoAnswer : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Asks the engine what it keeps, at the end of a run. Throws NoAnswer.
class Engine {
 public:
  explicit Engine(const Evidence& evidence) : evidence_(evidence) {}

  /// The answer's body; nothing if there is no such secret or version. Any other error throws.
  std::optional<aws::Json> ask(std::string_view operation, const aws::Json& input) const;

  /// Every item of a list that comes in pages; nothing if there is no such secret.
  std::optional<std::vector<aws::Json>> list(std::string_view operation, aws::Json input,
                                             std::string_view member) const;

  /// Every secret, also those that are to be deleted.
  std::vector<aws::Json> secrets() const;

  /// The ids of all versions, also of those without labels.
  std::optional<std::set<std::string>> versions(const std::string& secret_id) const;

 private:
  const Evidence& evidence_;
};

}  // namespace stunt::verdict
