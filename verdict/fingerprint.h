// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "input/fields.h"
#include "verdict/judgement.h"
#include "verdict/logical_calls.h"

namespace stunt::verdict {

/// How often a client tries while its retry quota runs out: runs of calls with equally many
/// attempts. [[3, 17], [2, 1], [1]]: 17 calls with 3 attempts, one with 2, all others with 1.
struct Fingerprint {
  struct Run {
    std::uint64_t attempts;
    std::optional<std::uint64_t> calls;  ///< nothing, in the last one: at least one
  };
  std::vector<Run> runs;

  /// Holds the calls, in order of arrival, against it.
  void check(const std::vector<LogicalCall>& calls, Judgement& judgement) const;
};

/// "3×17, 2×1, then 1"
std::string to_string(const Fingerprint& fingerprint);

std::optional<Fingerprint> read_fingerprint(const input::Value& value);

aws::Json to_json(const Fingerprint& fingerprint);

}  // namespace stunt::verdict
