// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "stunt/scope.h"
#include "verdict/calls.h"
#include "verdict/evidence.h"

namespace stunt::embedded {

/// Calls that are expected, and how many of them are right.
struct Expected {
  verdict::Calls calls;
  std::function<bool(int)> is_enough;  ///< as many will do
  std::function<bool(int)> is_full;    ///< no more may come
  std::string times;                   ///< "called at least once"
};

/// Holds what has arrived so far against it. What is wrong, with the calls that it is about and
/// those that were nearly meant, for people; empty if nothing is. Calls that a scenario makes
/// itself do not count.
std::string judge_count(const verdict::Evidence& evidence, const Expected& expected);

/// The same for some that are to arrive one after another: a call belongs to the first of them that
/// still takes it; once the next has one, none may come for those before.
std::string judge_sequence(const verdict::Evidence& evidence,
                           const std::vector<const Expected*>& expected);

/// Rules that had to act and have not.
std::string judge_rules(const verdict::Evidence& evidence);

/// All of the scope by now.
verdict::Evidence evidence_of(const Scope& scope);

}  // namespace stunt::embedded
