// SPDX-License-Identifier: MIT
#include <algorithm>

#include "verdict/engine.h"
#include "verdict/invariants/facts.h"
#include "verdict/invariants/invariant.h"

namespace stunt::verdict {
namespace {

/// How many versions have AWSCURRENT in a map from version to labels.
std::size_t currents_in(const aws::Json* stages) {
  std::size_t found = 0;
  if (!stages || !stages->is_object()) return 0;
  for (const auto& version : *stages) {
    found += static_cast<std::size_t>(std::count(version.begin(), version.end(), "AWSCURRENT"));
  }
  return found;
}

}  // namespace

void check_one_current(const Evidence& evidence, Judgement& judgement) {
  for (const auto& entry : evidence.journal.entries) {
    if (entry.call().operation != "DescribeSecret") continue;
    const auto answer = engine_answer(entry);
    if (!answer) continue;
    const auto found = currents_in(aws::member(*answer, "VersionIdsToStages"));
    if (found > 1) {
      judgement.wrong(entry.call().secret + ": " + std::to_string(found) +
                          " versions had AWSCURRENT in " + number(entry.seq()),
                      {entry.seq()});
    }
  }
  const Engine engine(evidence);
  for (const auto& secret : engine.secrets()) {
    const std::string name(aws::text_member(secret, "Name"));
    const std::string id(aws::text_member(secret, "ARN"));
    const auto found = currents_in(aws::member(secret, "SecretVersionsToStages"));
    if (found > 1) {
      judgement.wrong(name + ": " + std::to_string(found) + " versions have AWSCURRENT");
    } else if (found == 0 && !engine.versions(id).value_or(std::set<std::string>()).empty()) {
      judgement.wrong(name + ": it has versions, and none of them has AWSCURRENT");
    }
  }
}

}  // namespace stunt::verdict
