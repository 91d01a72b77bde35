// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emulator/trail.h"

namespace stunt::emulator {

/// How secrets were before they were changed, for readers that are to lag behind. Kept only while
/// somebody wants it: it costs a copy of each secret that is found, and one for each of its last
/// Trail::kChanges changes, values included. Of names that nobody has any more, those of the last
/// kRemovals removals are remembered.
///
/// The shelves tell it what becomes of their secrets; a change is copied once it is whole, when it
/// is settled. Guarded by the Vault's lock.
class History {
 public:
  static constexpr std::size_t kRemovals = 1000;

  /// From now on history is kept, or none; what was kept is forgotten with the latter.
  void keep(bool wanted);

  /// Settles what has changed, and says when the next changes are made. What changes before anybody
  /// has said so was always like that.
  void begin(const Made& made);

  /// Copies what has changed. To be called when somebody has ended his changes.
  void settle() {
    if (!changed_.empty()) copy_changed();
  }

  /// What a reader sees of a name that stands for `present`. See Trail::seen().
  Secret* seen(const Shelf& shelf, std::string_view name, Secret* present, world::Instant now,
               const Sight& sight);

  // For the shelves.

  /// Somebody has found the secret, and may be about to change it.
  void found(const Secret& secret) {
    if (kept_) remember(secret);
  }
  /// A secret is about to come there, under a name that nobody has.
  void coming(const Shelf& shelf, const std::string& name) {
    if (kept_) names_[&shelf].try_emplace(name, nullptr);
  }
  void changed(const Secret& secret) {
    if (kept_) changed_.push_back(&secret);
  }
  /// The secret is about to go.
  void going(const Secret& secret) {
    if (kept_) end(secret);
  }

 private:
  Trail& remember(const Secret& secret);
  void copy_changed();
  void end(const Secret& secret);
  void forget_oldest_removal();

  bool kept_ = false;
  Made made_;
  std::map<const Shelf*, std::map<std::string, Trail, std::less<>>> names_;
  std::vector<const Secret*> changed_;  // and not copied; may have one twice
  std::deque<std::pair<const Shelf*, std::string>> removals_;
};

}  // namespace stunt::emulator
