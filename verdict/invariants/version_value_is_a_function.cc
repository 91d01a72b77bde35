// SPDX-License-Identifier: MIT
#include <map>
#include <utility>

#include "verdict/invariants/facts.h"
#include "verdict/invariants/invariant.h"

namespace stunt::verdict {
namespace {

class Values {
 public:
  explicit Values(Judgement& judgement) : judgement_(judgement) {}

  void seen(std::string secret, std::string_view version, const ValueHash& value,
            const Entry& entry) {
    if (version.empty() || value.empty()) return;
    const auto [first, is_new] = values_.emplace(std::pair(std::move(secret), std::string(version)),
                                                 std::pair(value, entry.seq()));
    const auto& [known, seq] = first->second;
    if (is_new || known == value) return;
    judgement_.wrong("the version " + std::string(version) + " has one value in " + number(seq) +
                         " and another in " + number(entry.seq()),
                     {seq, entry.seq()});
  }

 private:
  Judgement& judgement_;
  std::map<std::pair<std::string, std::string>, std::pair<ValueHash, std::uint64_t>> values_;
};

}  // namespace

void check_version_value_is_a_function(const Evidence& evidence, Judgement& judgement) {
  Values values(judgement);
  for (const auto& entry : evidence.journal.entries) {
    const auto& call = entry.call();
    const auto answer = engine_answer(entry);
    if (!answer) continue;
    if (!token_of(call).empty()) {
      values.seen(secret_key(call), aws::text_member(*answer, "VersionId"),
                  hash_of_value(call.body), entry);
    }
    for (const auto& version : versions_in(call, *answer)) {
      values.seen(secret_key(call, version.name), version.version_id, version.value, entry);
    }
  }
}

}  // namespace stunt::verdict
