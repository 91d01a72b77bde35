// SPDX-License-Identifier: MIT
#include "emulator/versions.h"

#include <algorithm>

#include "emulator/limits.h"

namespace stunt::emulator {

Version& Versions::add(Version version, const Stages& stages) {
  const bool first = versions_.empty();
  Version& added = versions_.emplace_back(std::move(version));
  if (first) make_current(added);
  attach(added, stages);
  return added;
}

void Versions::attach(Version& version, const Stages& stages) {
  if (std::ranges::find(stages, kCurrent) != stages.end()) make_current(version);
  for (const auto& stage : stages) {
    if (stage != kCurrent) holders_[stage] = &version;
  }
}

void Versions::make_current(Version& version) {
  Version* old = holder(kCurrent);
  if (old == &version) return;
  holders_[std::string(kCurrent)] = &version;
  if (!old) return;
  holders_[std::string(kPrevious)] = old;
  if (holder(kPending) == old) holders_.erase(holders_.find(kPending));
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

std::size_t Versions::labels_with(const Stages& stages) const {
  Stages added;
  for (const auto& stage : stages) {
    if (!holders_.contains(stage) && std::ranges::find(added, stage) == added.end()) {
      added.push_back(stage);
    }
  }
  return holders_.size() + added.size();
}

bool Versions::is_labelled(const Version& version) const {
  return std::ranges::any_of(holders_, [&](const auto& held) { return held.second == &version; });
}

std::size_t Versions::count_unlabelled() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      versions_, [this](const Version& version) { return !is_labelled(version); }));
}

void Versions::prune(world::Instant now) {
  // The oldest comes first: if that is young, all are.
  if (versions_.size() <= kUnlabelledVersions || now - versions_.front().created < kYoungVersion) {
    return;
  }
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
}

}  // namespace stunt::emulator
