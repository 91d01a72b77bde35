// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "harness/admin/played.h"

namespace stunt::harness::admin {

/// The scenarios that play in worlds that were there before them. Thread-safe.
class Runs {
 public:
  static constexpr std::size_t kMost = 100;

  using Held = std::shared_ptr<Played>;

  /// One more, which does not play yet. Null if there are too many, or the server stops.
  Held add(Scopes::Held scope, scenarios::Script script);

  /// Null if there is none of that id.
  Held find(std::string_view id) const;

  /// In the order in which they came.
  std::vector<Held> all() const;

  /// It plays no more. False if there is none of that id.
  bool remove(std::string_view id);

  /// The same of all that play in a scope.
  void remove_all(const Scope& scope);

  /// None plays any more, and none comes.
  void stop();

 private:
  mutable std::mutex mutex_;
  std::size_t made_ = 0;
  bool stopped_ = false;
  std::vector<Held> runs_;
};

}  // namespace stunt::harness::admin
