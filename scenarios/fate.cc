// SPDX-License-Identifier: MIT
#include "scenarios/fate.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "aws/ids.h"
#include "scenarios/faults/answer.h"

namespace stunt::scenarios {
namespace {

using aws::Outcome;
using aws::Phase;

void put_in_front(std::vector<aws::FiredFault> earlier, std::vector<aws::FiredFault>& faults) {
  faults.insert(faults.begin(), std::make_move_iterator(earlier.begin()),
                std::make_move_iterator(earlier.end()));
}

bool is_answered(const Outcome& outcome) {
  return std::any_of(outcome.faults.begin(), outcome.faults.end(),
                     [](const auto& fault) { return fault.answered; });
}

bool strikes_in_its_phase(Role role) {
  return role == Role::wait || role == Role::answer || role == Role::note;
}

}  // namespace

Fate::Fate(const aws::Call& call, std::vector<Hit> hits, Stage stage,
           std::shared_ptr<const aws::Handler> engine)
    : call_(call), hits_(std::move(hits)), stage_(stage), engine_(std::move(engine)) {}

Outcome Fate::run() {
  Outcome outcome;
  strike(outcome, Phase::before);
  answered_ = is_answered(outcome) || is_refused(outcome);
  if (answered_) return not_asked(std::move(outcome));
  if (outcome.shape.delay > world::Duration(0)) {
    outcome.then = [self = shared_from_this()] { return self->ask(); };
    return outcome;
  }
  auto now = ask();
  put_in_front(std::move(outcome.faults), now.faults);
  return now;
}

Outcome Fate::not_asked(Outcome outcome) {
  if (call_.model && call_.model->writes) outcome.applied = false;
  shape(outcome);
  return outcome;
}

bool Fate::is_refused(Outcome& outcome) const {
  for (const auto& [rule, u] : hits_) {
    if (rule->phase != Phase::before) continue;
    for (const auto& action : rule->then) {
      const auto error = action.fault->refuses(occasion(*rule));
      if (!error) continue;
      const aws::Stamp stamp{aws::request_id(stage_.random, call_), stage_.clock.now()};
      replace_answer(outcome, aws::error_reply(*error, stamp));
      tell(outcome, {rule, u}, std::string(action.kind) + ":refused", u, /*answered=*/true);
      return true;
    }
  }
  return false;
}

Outcome Fate::ask() {
  auto wanted = terms();
  twice_ = std::exchange(wanted.twice, false);
  if (wanted != call_.terms) {
    on_terms_ = call_;
    on_terms_->terms = wanted;
  }
  auto outcome = (*engine_)(asked());
  if (outcome.shape.hold && on_terms_) {
    outcome.shape.hold = [self = shared_from_this(), hold = std::move(outcome.shape.hold)](
                             std::function<void()> go_on) { hold(std::move(go_on)); };
  }
  auto engines_own = std::exchange(outcome.faults, {});
  tell_terms(outcome);
  std::move(engines_own.begin(), engines_own.end(), std::back_inserter(outcome.faults));
  return afterwards(std::move(outcome));
}

const aws::Call& Fate::asked() const { return on_terms_ ? *on_terms_ : call_; }

Outcome Fate::afterwards(Outcome outcome) {
  if (outcome.then) {
    // The engine wants to wait itself; its answer is not there yet.
    outcome.then = [self = shared_from_this(), later = std::move(outcome.then)] {
      return self->afterwards(later());
    };
    return outcome;
  }
  // Delivered again when it has been answered once: an engine that asks somebody else keeps the
  // order only so.
  if (std::exchange(twice_, false)) (*engine_)(asked());
  stopped_at_ = outcome.stopped_at;
  for (const auto phase : {Phase::at_secret_created, Phase::at_version_stored,
                           Phase::at_stage_moved, Phase::at_rotation_started}) {
    if (stopped_at_ && aws::commit_point(phase) == stopped_at_) strike(outcome, phase);
  }
  strike(outcome, Phase::after);
  shape(outcome);
  return outcome;
}

void Fate::tell_terms(Outcome& outcome) const {
  for (const auto& hit : hits_) {
    for (const auto& action : hit.rule->then) {
      if (action.fault->role() == Role::engine) strike(outcome, hit, action);
    }
  }
}

void Fate::strike(Outcome& outcome, Phase phase) const {
  for (const auto& hit : hits_) {
    if (hit.rule->phase != phase) continue;
    for (const auto& action : hit.rule->then) {
      if (strikes_in_its_phase(action.fault->role())) strike(outcome, hit, action);
    }
  }
}

/// By kind first: what one rule does to the content must not undo what another does to the bytes.
void Fate::shape(Outcome& outcome) const {
  for (const auto& hit : hits_) {
    if (has_its_turn(*hit.rule)) stage_.struck(*hit.rule);
  }
  for (const auto& kind : fault_kinds()) {
    for (const auto& hit : hits_) {
      if (!has_its_turn(*hit.rule)) continue;
      for (const auto& action : hit.rule->then) {
        if (action.kind == kind.name && action.fault->role() == Role::shape) {
          strike(outcome, hit, action);
        }
      }
    }
  }
}

bool Fate::has_its_turn(const Rule& rule) const {
  if (rule.phase == Phase::before) return true;
  if (answered_) return false;
  const auto point = aws::commit_point(rule.phase);
  return !point || point == stopped_at_;
}

void Fate::strike(Outcome& outcome, const Hit& hit, const Action& action) const {
  auto trace = action.fault->strike(outcome, occasion(*hit.rule));
  if (trace.action.empty()) return;
  tell(outcome, hit, std::move(trace.action), hit.u ? hit.u : trace.u, action.fault->answers());
}

void Fate::tell(Outcome& outcome, const Hit& hit, std::string action, std::optional<double> u,
                bool answered) const {
  outcome.faults.push_back({.rule = hit.rule->id,
                            .phase = hit.rule->phase,
                            .action = std::move(action),
                            .u = u,
                            .p = hit.rule->when.probability.value_or(1),
                            .ordinal = call_.ordinal,
                            .answered = answered});
}

aws::Terms Fate::terms() const {
  aws::Terms terms = call_.terms;
  for (const auto& [rule, u] : hits_) {
    const auto point = aws::commit_point(rule->phase);
    if (point && !terms.stop_at) terms.stop_at = point;
    for (const auto& action : rule->then) action.fault->set_terms(terms);
  }
  return terms;
}

Occasion Fate::occasion(const Rule& rule) const {
  return {call_, rule.id, stage_.random, stage_.clock, stage_.board};
}

}  // namespace stunt::scenarios
