// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "verdict/invariants/facts.h"
#include "verdict/invariants/invariant.h"

namespace stunt::verdict {
namespace {

/// A call that may have changed what AWSCURRENT is.
struct Write {
  std::uint64_t seq;
  world::Moment arrived;
  std::optional<world::Moment> ended;  ///< nothing: in flight

  /// It may still have taken effect after `other` had begun.
  bool may_follow(const Write& other) const { return !ended || *ended >= other.arrived; }
};

bool says_current(const aws::Call& call) {
  const auto* stages = aws::member(call.body, "VersionStages");
  return !stages || !stages->is_array() ||
         std::find(stages->begin(), stages->end(), "AWSCURRENT") != stages->end();
}

bool writes_current(const aws::Call& call) {
  if (call.operation == "PutSecretValue") return says_current(call);
  return call.operation == "CreateSecret" || call.operation == "UpdateSecret";
}

bool reads_current(const aws::Call& call) {
  if (call.operation == "BatchGetSecretValue") return true;
  const auto stage = aws::text_member(call.body, "VersionStage");
  return call.operation == "GetSecretValue" && !aws::member(call.body, "VersionId") &&
         (stage.empty() || stage == "AWSCURRENT");
}

class Secrets {
 public:
  void take(const Entry& entry) {
    const auto& call = entry.call();
    const auto value = hash_of_value(call.body);
    if (fate_of(entry) == Fate::refused) return;
    const auto key = secret_key(call);
    remember_version(key, entry, value);
    const auto write = write_of(entry);
    if (writes_current(call) && !value.empty()) {
      by_value_[{key, value}].push_back(write);
      if (client_answer(entry)) {
        acknowledged_[{std::string(call.credential.access_key_id), key}].push_back(write);
      }
    } else if (call.operation == "UpdateSecretVersionStage" &&
               aws::text_member(call.body, "VersionStage") == "AWSCURRENT") {
      const std::string version(aws::text_member(call.body, "MoveToVersionId"));
      const auto known = versions_.find({key, version});
      if (known != versions_.end()) {
        by_value_[{key, known->second}].push_back(write);
      } else {
        moves_[key].push_back(write);
      }
    }
  }

  /// The client's latest write that had been answered when it asked.
  const Write* write_before(const aws::Call& read, const std::string& key, world::Moment asked) {
    const auto found = acknowledged_.find({std::string(read.credential.access_key_id), key});
    if (found == acknowledged_.end()) return nullptr;
    const auto& writes = found->second;
    auto at = std::upper_bound(writes.begin(), writes.end(), asked,
                               [](auto moment, const Write& w) { return moment < w.arrived; });
    while (at != writes.begin()) {
      if (*(--at)->ended <= asked) return &*at;
    }
    return nullptr;
  }

  /// The value is that of the write, or of one that may have come after it.
  bool explains(const std::string& key, const ValueHash& value, const Write& write) const {
    const auto follows = [&](const Write& other) { return other.may_follow(write); };
    const auto same = by_value_.find({key, value});
    if (same != by_value_.end() &&
        std::any_of(same->second.rbegin(), same->second.rend(), follows)) {
      return true;
    }
    const auto moves = moves_.find(key);
    return moves != moves_.end() &&
           std::any_of(moves->second.rbegin(), moves->second.rend(), follows);
  }

 private:
  using Key = std::pair<std::string, std::string>;

  static Write write_of(const Entry& entry) {
    Write write{entry.seq(), entry.exchange->arrival.at, std::nullopt};
    if (entry.outcome) write.ended = entry.exchange->delivery.ended;
    return write;
  }

  void remember_version(const std::string& key, const Entry& entry, const ValueHash& value) {
    const auto token = token_of(entry.call());
    if (!token.empty() && !value.empty()) versions_[{key, std::string(token)}] = value;
    const auto answer = engine_answer(entry);
    if (!answer || value.empty()) return;
    versions_[{key, std::string(aws::text_member(*answer, "VersionId"))}] = value;
  }

  // Each list in order of arrival.
  std::map<Key, std::vector<Write>> by_value_;       ///< (secret, value)
  std::map<Key, std::vector<Write>> acknowledged_;   ///< (client, secret)
  std::map<std::string, std::vector<Write>> moves_;  ///< of AWSCURRENT to who knows what
  std::map<Key, ValueHash> versions_;                ///< (secret, version)
};

}  // namespace

void check_read_your_writes(const Evidence& evidence, Judgement& judgement) {
  Secrets secrets;
  for (const auto& entry : evidence.journal.entries) {
    if (entry.call().model && entry.call().model->writes) secrets.take(entry);
  }
  for (const auto& entry : evidence.journal.entries) {
    const auto& call = entry.call();
    if (!reads_current(call)) continue;
    const auto answer = client_answer(entry);
    if (!answer) continue;
    for (const auto& version : versions_in(call, *answer)) {
      const auto key = secret_key(call, version.name);
      if (version.value.empty()) continue;
      const auto* write = secrets.write_before(call, key, entry.exchange->arrival.at);
      if (!write || secrets.explains(key, version.value, *write)) continue;
      judgement.wrong(std::string(version.name) + ": " + number(entry.seq()) +
                          " read another value than the client had written in " +
                          number(write->seq) + ", and none that is newer",
                      {write->seq, entry.seq()});
    }
  }
}

}  // namespace stunt::verdict
