// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace stunt::scenarios {

/// What the rules and the steps of a script tell each other: which state each of its machines is
/// in, and which marks have been reached. Thread-safe.
class Board {
 public:
  using States = std::map<std::string, std::string, std::less<>>;  ///< machine → state

  explicit Board(States states = {}) : states_(std::move(states)) {}

  /// Nothing if there is no such machine.
  std::optional<std::string> state(std::string_view machine) const;
  bool is(std::string_view machine, std::string_view state) const;
  States states() const;
  void set(const std::string& machine, std::string state);  ///< an empty one: it goes

  void mark(const std::string& name);
  bool is_marked(std::string_view name) const;

  /// Called after each change, on the thread that made it. Set before the first one.
  void tell(std::function<void()> changed) { changed_ = std::move(changed); }

 private:
  void has_changed() const {
    if (changed_) changed_();
  }

  mutable std::mutex mutex_;
  States states_;
  std::set<std::string, std::less<>> marks_;
  std::function<void()> changed_;
};

}  // namespace stunt::scenarios
