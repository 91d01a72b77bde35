// SPDX-License-Identifier: MIT
#include "harness/admin/runs.h"

#include <algorithm>
#include <utility>

namespace stunt::harness::admin {

Runs::Held Runs::add(Scopes::Held scope, scenarios::Script script) {
  const std::lock_guard lock(mutex_);
  if (stopped_ || runs_.size() >= kMost) return nullptr;
  auto id = "run-" + std::to_string(++made_);
  runs_.push_back(std::make_shared<Played>(std::move(id), std::move(scope), std::move(script)));
  return runs_.back();
}

Runs::Held Runs::find(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return run->id() == id; });
  return found == runs_.end() ? nullptr : *found;
}

std::vector<Runs::Held> Runs::all() const {
  const std::lock_guard lock(mutex_);
  return runs_;
}

bool Runs::remove(std::string_view id) {
  const auto run = find(id);
  if (!run) return false;
  {
    const std::lock_guard lock(mutex_);
    std::erase(runs_, run);
  }
  run->stop();
  return true;
}

void Runs::remove_all(const Scope& scope) {
  for (const auto& run : all()) {
    if (&run->scope() == &scope) remove(run->id());
  }
}

void Runs::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  for (const auto& run : all()) remove(run->id());
}

}  // namespace stunt::harness::admin
