// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "aws/outcome.h"
#include "recorder/redaction/pseudonym.h"

namespace stunt::recorder {

/// What near misses have in the place of a value that must not be shown.
constexpr std::string_view kSensitive = "(sensitive)";

/// So many differences of a near miss are told.
constexpr std::size_t kMostDifferences = 10;

/// A recorded request, as one looks for near misses among them.
struct Candidate {
  std::uint64_t seq = 0;
  aws::Json body;  ///< canonical_body() of it; null if it was no JSON object
};

/// Whether secrets of today contradict what they would be bound to.
using Clash = std::function<bool(std::span<const Pseudonym> recorded, std::span<const Pseudonym>)>;

/// The up to three candidates that differ least from a canonical body, the nearest first. A secret
/// differs if it clashes. Whatever is not shown stays "(sensitive)".
std::vector<aws::NearMiss> near_misses(std::span<const Candidate> candidates, const aws::Json& body,
                                       const Clash& clash);

/// "seq 17 differs at /VersionStage: recorded AWSCURRENT, got AWSPENDING; at …"
std::string to_text(const aws::NearMiss& near);

}  // namespace stunt::recorder
