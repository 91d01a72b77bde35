// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "harness/scopes.h"
#include "harness/script/step_runner.h"
#include "scenarios/scenario.h"
#include "verdict/verdict.h"

namespace stunt::harness::admin {

/// A scenario that plays in a world that was there before it, and is judged by the calls since it
/// began. Its rules strike beside those that are there; when it is stopped they go. Times of its
/// steps and windows count from when the world began. Thread-safe; what is slow here waits for
/// others that are.
class Played {
 public:
  enum class State { loaded, playing, ended, stopped };

  Played(std::string id, Scopes::Held scope, scenarios::Script script)
      : id_(std::move(id)), scope_(std::move(scope)), script_(std::move(script)) {}
  ~Played() { stop(); }

  const std::string& id() const { return id_; }
  Scope& scope() const { return *scope_; }
  const scenarios::Script& script() const { return script_; }

  /// Its steps have ended, or it has none.
  State state() const;

  /// Slow. Plays from the start: adds its rules, sets its machines, makes its setup's calls, begins
  /// with its steps. Throws input::BadInput if the setup fails or a rule's id is taken, and Problem
  /// if there is no room for its rules; it does not play then.
  void start();

  /// Slow. Its steps end, its rules go; the verdict is what it is by now.
  void stop();

  /// Slow. While its steps go on it is inconclusive, whatever is found by now.
  verdict::Verdict judge();

  /// Calls `ended` once its steps have ended, now or on the thread where they do, unless nobody
  /// holds it any more.
  using Told = std::function<void()>;
  void when_ended(const std::shared_ptr<const Told>& ended);

 private:
  void leave();
  void add_rules();
  verdict::Verdict judge_now();
  void steps_ended();

  const std::string id_;
  const Scopes::Held scope_;
  const scenarios::Script script_;

  std::mutex acting_;  ///< start, stop and judge, one after another
  std::unique_ptr<StepRunner> steps_;
  std::uint64_t since_ = 0;  ///< the last call before it began
  world::Moment began_{};
  std::set<std::pair<std::string, std::string>> before_;
  std::optional<verdict::Verdict> last_;  ///< once it is stopped

  mutable std::mutex mutex_;  ///< of what follows
  State state_ = State::loaded;
  std::vector<std::weak_ptr<const Told>> waiting_;
};

}  // namespace stunt::harness::admin
