// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/match.h"
#include "verdict/evidence.h"

namespace stunt::verdict {

/// A call that met some conditions and not all.
struct NearMiss {
  std::uint64_t seq = 0;
  std::string text;  ///< "#12 GetSecretValue of prod/db: it ended clientError"
};

/// The up to three calls that met the most conditions and not all of them; of equals the earliest.
/// Calls that met none are not near.
std::vector<NearMiss> nearest_misses(const scenarios::Match& match, const Evidence& evidence);

/// As a detail of a finding.
std::vector<std::string> tell(const std::vector<NearMiss>& misses);

/// "GetSecretValue of prod/db", as a call says of itself.
std::string describe(const aws::Call& call);

}  // namespace stunt::verdict
