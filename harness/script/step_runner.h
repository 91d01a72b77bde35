// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "harness/scope.h"
#include "scenarios/script/step.h"

namespace stunt::harness {

/// What became of one step of a script.
struct StepResult {
  enum class End {
    done,
    failed,   ///< refused, or what was waited for did not come in time
    nobody,   ///< the same, but no client has called at all
    left_out  ///< a step before it failed, or the run was stopped before it was done
  };
  const scenarios::Step* step;
  End end = End::left_out;
  std::string text{};  ///< what was wrong
};

/// Plays the steps of a scope's script, one after another, on a thread of its own. A step that
/// fails ends the script.
class StepRunner {
 public:
  /// Both must outlive it.
  StepRunner(Scope& scope, const std::vector<scenarios::Step>& steps);
  ~StepRunner() {
    end();
    join();
    hears_board_.reset();
  }

  /// If there are steps: begins, and calls `ended` once, on the thread, when the last one has
  /// ended.
  void start(std::function<void()> ended = nullptr);

  /// No client calls any more: what still waits for one has a last short while.
  void clients_left();

  /// Waits for nothing any more, and begins nothing.
  void end();

  /// Returns when the step under way has ended.
  void join();

  /// Of each step, in order. After join().
  const std::vector<StepResult>& results() const { return results_; }

 private:
  void run();
  /// Empty: it is done.
  std::string play(const scenarios::Step& step);
  std::string wait_for_time(world::Duration at);
  std::string wait_for_mark(const std::string& mark);
  std::string wait_for_calls(const scenarios::Await& await);
  /// False if `until` passed, or the run ended, before it was met.
  bool wait(const std::function<bool()>& met, world::Moment until);

  Scope& scope_;
  std::vector<StepResult> results_;
  std::function<void()> ended_;
  std::shared_ptr<void> hears_board_;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
  bool clients_left_ = false;
  std::thread thread_;
};

}  // namespace stunt::harness
