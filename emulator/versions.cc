// SPDX-License-Identifier: MIT
#include "emulator/versions.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "emulator/limits.h"

namespace stunt::emulator {

using aws::CommitPoint;

Versions::Versions(const Versions& other) : made_(other.made_), versions_(other.versions_) {
  for (const auto& [stage, holder] : other.holders_) holders_[stage] = find(holder->id);
}

Version& Versions::add(Version version, const Stages& stages, Breakdown& breakdown) {
  const bool first = !holder(kCurrent) && version.value;
  Version& added = versions_.emplace_back(std::move(version));
  added.number = ++made_;
  if (breakdown.at(CommitPoint::version_stored)) return added;
  if (first) make_current(added, breakdown);
  attach(added, stages, breakdown);
  return added;
}

Version& Versions::add_pending(Version version) {
  Version& added = versions_.emplace_back(std::move(version));
  added.number = ++made_;
  holders_[kPending] = &added;
  return added;
}

Version& Versions::restore(Version version, const Stages& stages) {
  Version& restored = versions_.emplace_back(std::move(version));
  restored.number = ++made_;
  for (const auto& stage : stages) holders_[stage] = &restored;
  return restored;
}

void Versions::fill(Version& version, SecretValue value, const Stages& stages,
                    Breakdown& breakdown) {
  version.value = std::move(value);
  if (!breakdown.at(CommitPoint::version_stored)) attach(version, stages, breakdown);
}

void Versions::attach(Version& version, const Stages& stages, Breakdown& breakdown) {
  if (std::ranges::find(stages, kCurrent) != stages.end()) {
    const Version* old = make_current(version, breakdown);
    if (breakdown.happened()) return;
    if (old && holder(kPending) == old) detach(kPending);
  }
  for (const auto& stage : stages) {
    if (stage != kCurrent) holders_[stage] = &version;
  }
}

void Versions::detach(std::string_view stage) {
  assert(stage != kCurrent);
  if (const auto found = holders_.find(stage); found != holders_.end()) holders_.erase(found);
}

void Versions::forget(const Version& version) {
  holders_.strip(version);
  versions_.remove_if([&](const Version& each) { return &each == &version; });
}

/// The version that lost AWSCURRENT by that, or nullptr.
Version* Versions::make_current(Version& version, Breakdown& breakdown) {
  Version* old = holder(kCurrent);
  if (old == &version) return nullptr;
  holders_[kCurrent] = &version;
  if (old && !breakdown.at(CommitPoint::stage_moved)) holders_[kPrevious] = old;
  return old;
}

void Versions::move(std::string_view stage, Version& to, Breakdown& breakdown) {
  if (stage == kCurrent) {
    make_current(to, breakdown);
  } else {
    holders_[stage] = &to;
  }
}

void Versions::encrypt_with(const std::string& kms_key_id) {
  for (const auto stage : {kCurrent, kPrevious, kPending}) {
    Version* version = holder(stage);
    if (!version || version->kms_key_id == kms_key_id) continue;
    version->former_kms_key_id = std::exchange(version->kms_key_id, kms_key_id);
  }
}

Version* Versions::find(std::string_view id) {
  const auto found = std::ranges::find(versions_, id, &Version::id);
  return found == versions_.end() ? nullptr : &*found;
}

Version* Versions::holder(std::string_view stage) {
  const auto found = holders_.find(stage);
  return found == holders_.end() ? nullptr : found->second;
}

Versions::Stages Versions::stages_of(const Version& version) const {
  Stages stages;
  for (const auto& [stage, holder] : holders_) {
    if (holder == &version) stages.push_back(stage);
  }
  return stages;
}

bool Versions::have_room_for(const Stages& stages) const {
  Stages added;
  for (const auto& stage : stages) {
    if (!holders_.contains(stage) && std::ranges::find(added, stage) == added.end()) {
      added.push_back(stage);
    }
  }
  return added.empty() || holders_.size() + added.size() <= kLabelsPerSecret;
}

bool Versions::is_labelled(const Version& version) const {
  return std::ranges::any_of(holders_, [&](const auto& held) { return held.second == &version; });
}

std::size_t Versions::count_unlabelled() const {
  // The few that have labels are counted, each at the first of them: there may be many others.
  std::size_t labelled = 0;
  for (auto held = holders_.begin(); held != holders_.end(); ++held) {
    labelled += std::none_of(holders_.begin(), held,
                             [&](const auto& earlier) { return earlier.second == held->second; });
  }
  return versions_.size() - labelled;
}

bool Versions::prune(world::Instant now) {
  // The oldest comes first: if that is young, all are.
  if (versions_.size() <= kUnlabelledVersions || now - versions_.front().created < kYoungVersion) {
    return false;
  }
  const auto before = versions_.size();
  auto unlabelled = count_unlabelled();
  for (auto version = versions_.begin(); version != versions_.end() &&
                                         unlabelled > kUnlabelledVersions &&
                                         now - version->created >= kYoungVersion;) {
    if (is_labelled(*version)) {
      ++version;
    } else {
      version = versions_.erase(version);
      --unlabelled;
    }
  }
  return versions_.size() != before;
}

}  // namespace stunt::emulator
