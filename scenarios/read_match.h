// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "input/fields.h"
#include "scenarios/board.h"
#include "scenarios/faults/fault.h"
#include "scenarios/match.h"

namespace stunt::scenarios {

/// Which calls a match is held against: those that arrive, or those that have ended. Only of the
/// latter is the outcome known.
enum class Judged { arrivals, ended };

/// Reads which calls are meant. Conditions that no call can ever meet are problems. Leaves in
/// `target` the operations that can be meant; none if that is not clear. `beside` are names that
/// the caller reads from the same object. Nothing if it is no object.
std::optional<Match> read_match(const input::Value& value, Target& target, Judged judged,
                                std::span<const std::string_view> beside = {});

/// The conditions that count or depend on chance; only a rule's own `when` has them.
std::span<const std::string_view> counting_conditions();

}  // namespace stunt::scenarios
