// SPDX-License-Identifier: MIT
#include "harness/admin/played.h"

#include <algorithm>

#include "harness/admin/rule_room.h"
#include "harness/run/evidence.h"
#include "harness/run/judge.h"
#include "harness/script/secrets_there.h"
#include "input/problem.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

std::uint64_t last_call(const verdict::Journal& journal) {
  const auto entries = journal.snapshot().entries;
  return entries.empty() ? 0 : entries.back().seq();
}

/// Leaves what has happened since a call, and what one script brought.
void narrow(verdict::Evidence& evidence, std::uint64_t since, const scenarios::Script& script) {
  auto& entries = evidence.journal.entries;
  // What is kept goes back to the beginning: whatever was dropped came before.
  if (!entries.empty() && entries.front().seq() <= since + 1) {
    evidence.journal.dropped = 0;
  }
  std::erase_if(entries, [&](const auto& entry) { return entry.seq() <= since; });
  std::erase_if(evidence.rules, [&](const auto& count) {
    return std::none_of(script.rules.begin(), script.rules.end(),
                        [&](const auto& rule) { return rule.id == count.id; });
  });
}

}  // namespace

Played::State Played::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void Played::start() {
  const std::lock_guard acting(acting_);
  leave();
  last_.reset();
  want_room(*scope_, script_.rules.size());
  scope_->meet(script_.rules);
  add_rules();
  for (const auto& [machine, state] : script_.states) scope_->board().set(machine, state);
  since_ = last_call(scope_->journal());
  began_ = scope_->clock().ticks();
  try {
    for (const auto& call : script_.setup) scope_->make(call);
    before_ = script_.expect.empty() ? decltype(before_)() : secrets_there(scope_->own_calls());
  } catch (...) {
    scope_->director().remove_all(script_.rules);
    throw;
  }
  steps_ = std::make_unique<StepRunner>(*scope_, script_.steps);
  {
    const std::lock_guard lock(mutex_);
    state_ = script_.steps.empty() ? State::ended : State::playing;
  }
  steps_->start([this] { steps_ended(); });
}

void Played::stop() {
  const std::lock_guard acting(acting_);
  const auto before = state();
  if (before == State::loaded || before == State::stopped) return;
  steps_->end();
  steps_->join();
  last_ = judge_now();
  leave();
  const std::lock_guard lock(mutex_);
  state_ = State::stopped;
}

verdict::Verdict Played::judge() {
  const std::lock_guard acting(acting_);
  return last_ ? *last_ : judge_now();
}

void Played::when_ended(const std::shared_ptr<const Told>& ended) {
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(waiting_, [](const auto& one) { return one.expired(); });
    if (state_ == State::playing) return waiting_.push_back(ended);
  }
  (*ended)();
}

/// With `acting_`.
void Played::leave() {
  if (!steps_) return;
  steps_.reset();
  scope_->director().remove_all(script_.rules);
}

void Played::add_rules() {
  const auto* taken = scope_->director().add_all(script_.rules);
  if (!taken) return;
  throw input::BadInput({{taken->at, "", "the id " + input::quote(taken->id) + " is taken",
                          "another rule of this scope has it"}});
}

/// With `acting_`.
verdict::Verdict Played::judge_now() {
  auto evidence = evidence_of(*scope_);
  narrow(evidence, since_, script_);
  evidence.before = before_;
  evidence.started = began_;
  verdict::Run run{{}, {}, scope_->seed(), {}, scope_->clock().now()};
  if (state() != State::playing) {
    steps_->join();
    return harness::judge(evidence, script_, *steps_, std::move(run));
  }
  run.scenario = script_.names.front();
  auto verdict = verdict::judge(script_.expect, evidence, std::move(run));
  verdict::Finding unfinished;
  unfinished.name = "steps";
  unfinished.status = verdict::Status::inconclusive;
  unfinished.text = "they are still being played";
  verdict.findings.push_back(std::move(unfinished));
  // What is missing by now may come yet.
  verdict.status = verdict::Status::inconclusive;
  return verdict;
}

void Played::steps_ended() {
  std::vector<std::weak_ptr<const Told>> waiting;
  {
    const std::lock_guard lock(mutex_);
    if (state_ == State::playing) state_ = State::ended;
    waiting.swap(waiting_);
  }
  for (const auto& one : waiting) {
    if (const auto ended = one.lock()) (*ended)();
  }
}

}  // namespace stunt::harness::admin
