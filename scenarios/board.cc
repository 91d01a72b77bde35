// SPDX-License-Identifier: MIT
#include "scenarios/board.h"

namespace stunt::scenarios {

std::optional<std::string> Board::state(std::string_view machine) const {
  const std::lock_guard lock(mutex_);
  const auto found = states_.find(machine);
  if (found == states_.end()) return std::nullopt;
  return found->second;
}

bool Board::is(std::string_view machine, std::string_view state) const {
  const std::lock_guard lock(mutex_);
  const auto found = states_.find(machine);
  return found != states_.end() && found->second == state;
}

Board::States Board::states() const {
  const std::lock_guard lock(mutex_);
  return states_;
}

void Board::set(const std::string& machine, std::string state) {
  {
    const std::lock_guard lock(mutex_);
    if (state.empty()) {
      states_.erase(machine);
    } else {
      states_[machine] = std::move(state);
    }
  }
  has_changed();
}

void Board::mark(const std::string& name) {
  {
    const std::lock_guard lock(mutex_);
    marks_.insert(name);
  }
  has_changed();
}

bool Board::is_marked(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  return marks_.contains(name);
}

}  // namespace stunt::scenarios
