// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/lint/subject.h"

namespace stunt::scenarios::lint {

/// Rules that an earlier one never lets come to their turn.
void find_shadowed_rules(const Subject& subject);

/// Rules that are not enabled and stay so, and steps that enable or disable what is already.
void find_idle_switches(const Subject& subject);

/// Conditions on a state that the machine never gets into.
void find_states_never_reached(const Subject& subject);

/// Probabilities that leave nothing to chance.
void find_certain_chances(const Subject& subject);

/// `times` beyond what `nth` lets through.
void find_times_never_reached(const Subject& subject);

/// `nthBy` where all arrivals are counted together anyway.
void find_idle_nth_by(const Subject& subject);

/// What the clock decides: where it stands still, and where the seed promises more than it keeps.
void find_timing(const Subject& subject);

/// Steps that wait for nothing, or for what comes only behind them.
void find_idle_waits(const Subject& subject);

/// Expectations that hold in every run.
void find_sure_expectations(const Subject& subject);

/// Expectations of which at least one fails in every run.
void find_contradictions(const Subject& subject);

/// Variables, machines, marks and saved values that nobody asks for.
void find_unused_names(const Subject& subject);

/// Ready-made scenarios that do not say what they are for.
void find_missing_description(const Subject& subject);

}  // namespace stunt::scenarios::lint
