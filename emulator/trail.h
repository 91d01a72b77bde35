// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <memory>

#include "emulator/secret.h"
#include "world/clock.h"

namespace stunt::emulator {

/// How a reader looks at a secret.
struct Sight {
  world::Duration lag{0};      ///< as it was this long ago
  unsigned versions_back = 0;  ///< and from there, as before its last so many stored versions
};

/// When a change is made.
struct Made {
  world::Instant at{};
  world::Duration visible_after{0};  ///< so much later readers see it
};

/// What one name has stood for, as far as it is remembered: where that begins, and the last
/// kChanges changes, each as a copy of the secret as it was after it. Guarded by the Vault's lock.
class Trail {
 public:
  static constexpr std::size_t kChanges = 100;

  using State = std::unique_ptr<Secret>;  ///< null: there was none

  /// The oldest that is known: nobody asks since when it was so.
  explicit Trail(State oldest) { states_.push_back({{}, std::move(oldest)}); }

  void add(const Made& made, State state);

  /// What a reader sees: `present`, which is what the last change has made, or a copy of the past,
  /// which is only to be read and stays valid until the next add(); nullptr if there was none.
  ///
  /// He sees the newest change that is visible, with all that came before it. Before the oldest
  /// that is known it was always like that. One who looks further back than the versions go sees
  /// the secret as it was with its first.
  Secret* seen(Secret* present, world::Instant now, const Sight& sight) const;

  bool ends_without_secret() const { return !states_.back().secret; }

 private:
  struct Past {
    Made made;
    State secret;
  };

  std::size_t newest_visible(world::Instant now, world::Duration lag) const;
  std::size_t before_versions(std::size_t from, unsigned count) const;

  std::deque<Past> states_;  // never empty
};

}  // namespace stunt::emulator
