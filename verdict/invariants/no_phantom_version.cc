// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "verdict/engine.h"
#include "verdict/invariants/facts.h"
#include "verdict/invariants/invariant.h"

namespace stunt::verdict {
namespace {

/// AWS forgets old versions without labels beyond these.
constexpr std::size_t kKeptForSure = 100;

/// What the calls say about the versions of one secret.
struct Told {
  bool is_made = false;                          ///< a call of the run made the secret
  bool is_deleted = false;                       ///< a call may have deleted it
  std::set<std::string> possible;                ///< versions that a call may have stored
  std::map<std::string, std::uint64_t> certain;  ///< versions that an answer told of → seq
  std::map<std::string, std::uint64_t> read;     ///< versions that were read → seq
};

void add(std::set<std::string>& ids, std::string_view id) {
  if (!id.empty()) ids.emplace(id);
}

void take(const Entry& entry, std::map<std::string, Told>& secrets) {
  const auto& call = entry.call();
  const auto answer = engine_answer(entry);
  if (answer) {
    for (const auto& version : versions_in(call, *answer)) {
      secrets[std::string(version.name)].read.emplace(version.version_id, entry.seq());
    }
  }
  if (call.secret.empty() || !call.model || !call.model->writes) return;
  auto& told = secrets[call.secret];
  // A rotation that falls due makes its version itself, and then calls it by its id.
  if (entry.caller == Caller::rotator) {
    for (const auto* name : {"VersionId", "MoveToVersionId", "ClientRequestToken"}) {
      add(told.possible, aws::text_member(call.body, name));
    }
  }
  const auto fate = fate_of(entry);
  if (fate == Fate::refused) return;
  told.is_made |= call.operation == "CreateSecret";
  told.is_deleted |= call.operation == "DeleteSecret";
  if (call.model->token.empty()) return;
  add(told.possible, token_of(call));
  if (!answer) return;
  const std::string id(aws::text_member(*answer, "VersionId"));
  if (id.empty()) return;
  told.possible.insert(id);
  // What RotateSecret answers with goes again where the rotation fails or only tries its function.
  if (fate == Fate::kept && call.operation != "RotateSecret") told.certain.emplace(id, entry.seq());
}

void check(const std::string& name, const Told& told, const std::set<std::string>& there,
           const Evidence& evidence, Judgement& judgement) {
  const auto came_from_somewhere = [&](const std::string& id) {
    return told.possible.contains(id) || evidence.before.contains({name, id});
  };
  for (const auto& id : there) {
    if (!came_from_somewhere(id)) {
      judgement.wrong(name + ": no call stored the version " + id);
    }
  }
  for (const auto& [id, seq] : told.read) {
    if (!came_from_somewhere(id) && !there.contains(id)) {
      judgement.wrong(name + ": no call stored the version " + id + " that was read", {seq});
    }
  }
  if (told.is_deleted || there.size() >= kKeptForSure) return;
  for (const auto& [id, seq] : told.certain) {
    if (!there.contains(id)) {
      judgement.wrong(
          name + ": the version " + id + " that " + number(seq) + " stored is not there any longer",
          {seq});
    }
  }
}

}  // namespace

void check_no_phantom_version(const Evidence& evidence, Judgement& judgement) {
  std::map<std::string, Told> secrets;
  for (const auto& entry : evidence.journal.entries) take(entry, secrets);
  const Engine engine(evidence);
  for (const auto& [name, told] : secrets) {
    if (!told.is_made) continue;  // what it had before the run is not known
    const auto there = engine.versions(name);
    if (there) {
      check(name, told, *there, evidence, judgement);
    } else if (!told.is_deleted) {
      check(name, told, {}, evidence, judgement);
    }
  }
}

}  // namespace stunt::verdict
