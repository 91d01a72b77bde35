// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/outcome.h"
#include "recorder/replay/bindings.h"

namespace stunt::recorder {

/// What near misses have in the place of a value that must not be shown.
constexpr std::string_view kSensitive = "(sensitive)";

/// A recorded request, as one looks for near misses among them.
struct Candidate {
  std::uint64_t seq = 0;
  aws::Json body;  ///< canonical_body() of it; null if it was no JSON object
};

/// The up to three candidates that differ least from a canonical body, the nearest first. A secret
/// differs if the bindings contradict it. Whatever is not shown stays "(sensitive)".
std::vector<aws::NearMiss> near_misses(std::span<const Candidate> candidates, const aws::Json& body,
                                       const Bindings& bindings);

}  // namespace stunt::recorder
