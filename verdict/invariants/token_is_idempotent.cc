// SPDX-License-Identifier: MIT
#include <map>
#include <tuple>

#include "verdict/invariants/facts.h"
#include "verdict/invariants/invariant.h"
#include "verdict/near_miss.h"

namespace stunt::verdict {

void check_token_is_idempotent(const Evidence& evidence, Judgement& judgement) {
  struct First {
    std::string version;
    std::uint64_t seq;
  };
  std::map<std::tuple<std::string, std::string_view, std::string_view>, First> made;
  for (const auto& entry : evidence.journal.entries) {
    const auto& call = entry.call();
    const auto token = token_of(call);
    const auto answer = engine_answer(entry);
    if (token.empty() || !answer) continue;
    const std::string version(aws::text_member(*answer, "VersionId"));
    if (version.empty()) continue;
    const auto [first, is_new] = made.emplace(std::tuple(secret_key(call), call.operation, token),
                                              First{version, entry.seq()});
    if (is_new || first->second.version == version) continue;
    judgement.wrong(describe(call) + ": the token of " + number(first->second.seq) + " and " +
                        number(entry.seq()) + " made the versions " + first->second.version +
                        " and " + version,
                    {first->second.seq, entry.seq()});
  }
}

}  // namespace stunt::verdict
