// SPDX-License-Identifier: MIT
#include "harness/admin/near_misses.h"

#include "harness/run/evidence.h"
#include "harness/transcriber.h"
#include "verdict/near_miss.h"

namespace stunt::harness::admin {

aws::Json near_misses_json(Scope& scope, const scenarios::Match& match) {
  auto& transcriber = scope.transcriber();
  auto evidence = engine_of(scope);
  evidence.journal = transcriber.look_at(scope.journal());
  // What an operation that nobody knows is called may be a secret, and no condition is near it.
  std::erase_if(evidence.journal.entries, [](const auto& entry) { return !entry.call().model; });
  aws::Json misses = aws::Json::array();
  for (const auto& [seq, text] : verdict::nearest_misses(match, evidence)) {
    misses.push_back({{"seq", seq}, {"text", transcriber.text(text)}});
  }
  return misses;
}

}  // namespace stunt::harness::admin
