// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "aws/json.h"
#include "harness/script/own_calls.h"
#include "scenarios/script/step.h"

namespace stunt::harness {

/// What a script's calls have saved of their answers, for its later calls. Thread-safe.
class Variables {
 public:
  /// Makes the call, with `${name}` in its input filled in, and saves what it wants saved. Throws
  /// input::BadInput if it is refused, or if there is nothing to save.
  void make(const scenarios::ScriptCall& call, OwnCalls& calls);

 private:
  aws::Json filled(const aws::Json& input) const;
  std::string filled(const std::string& text) const;
  void save(const scenarios::ScriptCall& call, const aws::Json& answer);

  mutable std::mutex mutex_;
  std::map<std::string, aws::Json, std::less<>> values_;
};

}  // namespace stunt::harness
