// SPDX-License-Identifier: MIT
#include "history.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace stunt::test {
namespace {

class Search {
 public:
  explicit Search(const History& history) : history_(history), done_(history.size(), '0') {}

  /// True if what is not done can go on from there.
  bool from(const SecretModel& secret) {
    const auto deadline = first_end();
    if (deadline == kNever) return true;
    if (!tried_.insert(done_ + secret.key()).second) return false;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (done_[i] == '1' || history_[i].began > deadline) continue;
      auto next = secret;
      if (next.apply(history_[i].command) != history_[i].answer) continue;
      done_[i] = '1';
      if (from(next)) return true;
      done_[i] = '0';
    }
    return false;
  }

 private:
  static constexpr auto kNever = std::numeric_limits<std::uint64_t>::max();

  /// What is not done and began later than that must wait.
  std::uint64_t first_end() const {
    auto first = kNever;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (done_[i] == '0') first = std::min(first, history_[i].ended);
    }
    return first;
  }

  const History& history_;
  std::string done_;  // '1' for each that is
  std::unordered_set<std::string> tried_;
};

}  // namespace

std::string to_string(const History& history) {
  std::string text;
  for (const auto& [thread, command, answer, began, ended] : history) {
    text += std::to_string(began) + "-" + std::to_string(ended) + " thread " +
            std::to_string(thread) + ": " + to_string(command) + " -> " + answer + "\n";
  }
  return text;
}

bool is_linearizable(const History& history) { return Search(history).from(SecretModel()); }

}  // namespace stunt::test
