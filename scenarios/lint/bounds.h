// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "aws/json.h"
#include "scenarios/count.h"
#include "scenarios/lint/subject.h"

namespace stunt::scenarios::lint {

/// A count as it is written; nothing if a variable stands there.
std::optional<Count> count_in(const input::Value& value);

/// How many calls of a kind an expectation wants.
struct Bounds {
  std::size_t item;  ///< of `expect`
  input::Value at;
  aws::Json calls;
  Count count;
};

/// Those of `calls`, `never` and `order`.
std::vector<Bounds> bounds_in(const Subject& subject);

/// Whether whoever meets `narrow` meets `wide`: all that `wide` says, `narrow` says too.
bool says_all_of(const aws::Json& narrow, const aws::Json& wide);

}  // namespace stunt::scenarios::lint
