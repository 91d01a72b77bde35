// SPDX-License-Identifier: MIT
#include "harness/script/step_runner.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <utility>

#include <pthread.h>

#include "input/duration.h"
#include "input/quote.h"
#include "verdict/calls.h"

namespace stunt::harness {
namespace {

using End = StepResult::End;

/// For a call that is on its way while its sender has ended.
constexpr std::chrono::seconds kLastWhile{1};

/// Steps that wait for a mark have no limit of their own.
constexpr world::Moment kForever = world::Moment::max();

std::uint64_t clients_calls(const verdict::Journal& journal) {
  const auto entries = journal.snapshot().entries;
  return static_cast<std::uint64_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const auto& entry) { return entry.caller == verdict::Caller::client; }));
}

}  // namespace

StepRunner::StepRunner(Scope& scope, const std::vector<scenarios::Step>& steps) : scope_(scope) {
  for (const auto& step : steps) results_.push_back({&step});
}

void StepRunner::start(std::function<void()> ended) {
  if (results_.empty()) return;
  ended_ = std::move(ended);
  hears_board_ = scope_.hear_board([this] {
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
  });
  thread_ = std::thread([this] {
    ::pthread_setname_np(::pthread_self(), "stunt-steps");
    run();
    if (ended_) ended_();
  });
}

void StepRunner::clients_left() {
  const std::lock_guard lock(mutex_);
  clients_left_ = true;
  changed_.notify_all();
}

void StepRunner::end() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

void StepRunner::join() {
  if (thread_.joinable()) thread_.join();
}

void StepRunner::run() {
  for (auto& result : results_) {
    {
      const std::lock_guard lock(mutex_);
      if (stopped_) return;
    }
    result.text = play(*result.step);
    if (result.text.empty()) {
      result.end = End::done;
      continue;
    }
    {
      const std::lock_guard lock(mutex_);
      if (stopped_) return;
    }
    const bool waited = result.step->await || result.step->after;
    result.end = waited && clients_calls(scope_.journal()) == 0 ? End::nobody : End::failed;
    return;
  }
}

std::string StepRunner::play(const scenarios::Step& step) {
  try {
    std::string wrong;
    if (step.at) wrong = wait_for_time(*step.at);
    if (wrong.empty() && step.after) wrong = wait_for_mark(*step.after);
    if (!wrong.empty()) return wrong;
    if (step.advance) scope_.advance(*step.advance);
    if (step.await) wrong = wait_for_calls(*step.await);
    if (!wrong.empty()) return wrong;
    if (step.call) scope_.make(*step.call);
    if (step.enable) scope_.director().enable(*step.enable, true);
    if (step.disable) scope_.director().enable(*step.disable, false);
    for (const auto& [machine, state] : step.set_state) scope_.board().set(machine, state);
    if (step.mark) scope_.board().mark(*step.mark);
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

/// A virtual clock is not waited for but moved.
std::string StepRunner::wait_for_time(world::Duration at) {
  const auto left = scope_.started() + at - scope_.clock().now();
  if (left <= world::Duration(0)) return {};
  if (scope_.has_virtual_clock()) {
    scope_.advance(left);
    return {};
  }
  const auto due = scope_.clock().ticks() + left;
  wait([&] { return scope_.clock().ticks() >= due; }, due);
  return scope_.clock().ticks() >= due ? "" : "the run ended before " + input::format_duration(at);
}

std::string StepRunner::wait_for_mark(const std::string& mark) {
  if (wait([&] { return scope_.board().is_marked(mark); }, kForever)) return {};
  return "the mark " + input::quote(mark) + " was not reached";
}

std::string StepRunner::wait_for_calls(const scenarios::Await& await) {
  const auto most = await.count.at_least;
  std::atomic<bool> reached{most == 0};
  verdict::Journal::Waiter waiter;
  if (most > 0) {
    waiter = scope_.journal().await(await.calls, most, [&] {
      const std::lock_guard lock(mutex_);
      reached = true;
      changed_.notify_all();
    });
  }
  const auto until = scope_.clock().ticks() + await.within;
  const bool came = wait([&] { return reached.load(); }, until);
  // Either it is never told, or being told has ended with the lock that wait() gave back.
  if (!came && !waiter.cancel()) wait([&] { return reached.load(); }, kForever);
  if (reached) return {};
  const bool cut_short = scope_.clock().ticks() < until;
  return "waited " +
         (cut_short ? "until the command had ended" : input::format_duration(await.within)) +
         " in vain for " + scenarios::to_string(await.count) +
         (most == 1 ? " call: " : " calls: ") +
         verdict::describe({await.calls, scenarios::to_json(await.calls)});
}

bool StepRunner::wait(const std::function<bool()>& met, world::Moment until) {
  std::unique_lock lock(mutex_);
  bool last = false;
  while (!stopped_) {
    if (clients_left_ && !std::exchange(last, true)) {
      until = std::min(until, scope_.clock().ticks() + kLastWhile);
    }
    if (met()) return true;
    const auto now = scope_.clock().ticks();
    if (now >= until) return false;
    if (until == kForever) {
      changed_.wait(lock);
    } else {
      changed_.wait_for(lock, until - now);
    }
  }
  return met();
}

}  // namespace stunt::harness
