// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/match.h"
#include "verdict/evidence.h"
#include "verdict/journal.h"

namespace stunt::verdict {

/// Which calls an expectation is about.
struct Calls {
  scenarios::Match match{};
  aws::Json written = aws::Json::object();  ///< as it stands in the file
};

/// Reads the conditions of `calls`, `never`, `of` and the like.
Calls read_calls(const input::Value& value, const aws::ServiceModel& service);

/// Calls by what is known of them.
struct Met {
  std::vector<std::uint64_t> seqs{};  ///< that meet all conditions
  std::vector<std::uint64_t> open{};  ///< in flight, that may come to
};
Met met(const Calls& calls, const Evidence& evidence);

/// "GetSecretValue of prod/db that ended throttled". Of conditions on what is in a request only
/// their names are told: they may quote a secret.
std::string describe(const Calls& calls);

/// It counts and meets every condition. A call in flight meets none on `outcome`.
bool meets(const scenarios::Match& match, const Entry& entry, const scenarios::Board& board);

/// It is in flight, counts, and meets every condition but the one on `outcome`.
bool may_meet(const scenarios::Match& match, const Entry& entry, const scenarios::Board& board);

}  // namespace stunt::verdict
