// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/scenario.h"

namespace stunt::scenarios::lint {

/// A scenario that is looked through: what was read, and where each part of it stands. A warning is
/// noted by wrong() of the value that it is about. Texts stand there as they were written, with
/// variables by their names.
struct Subject {
  Subject(const Scenario& read, const aws::ServiceModel& model, const input::Value& document);

  const Scenario& scenario;
  const aws::ServiceModel& service;
  input::Value root;
  std::vector<input::Value> setup, rules, steps, expect;
};

/// What stands at the end of this path, or on the way there as far as it leads.
input::Value follow(const input::Value& from, std::initializer_list<std::string_view> path);

/// The settings of a rule's fault of this kind.
input::Value fault_of(const input::Value& rule, std::string_view kind);

/// The members of an object, and none of anything else.
std::vector<input::Entry> members(const input::Value& value);

/// The items of a list, and none of anything else.
std::vector<input::Value> items(const input::Value& value);

/// Whether some step lets the rule match, or no more.
bool is_enabled_later(const Scenario& scenario, std::string_view rule);
bool is_disabled_later(const Scenario& scenario, std::string_view rule);

/// Whether a rule has a fault of this kind.
bool has_fault(const Rule& rule, std::string_view kind);

}  // namespace stunt::scenarios::lint
