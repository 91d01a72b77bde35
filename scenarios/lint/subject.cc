// SPDX-License-Identifier: MIT
#include "scenarios/lint/subject.h"

#include <algorithm>

namespace stunt::scenarios::lint {
namespace {

std::vector<input::Value> block(const input::Value& root, std::string_view name) {
  const auto value = root.find(name);
  return value ? items(*value) : std::vector<input::Value>();
}

}  // namespace

Subject::Subject(const Scenario& read, const aws::ServiceModel& model, const input::Value& document)
    : scenario(read),
      service(model),
      root(document),
      setup(block(root, "setup")),
      rules(block(root, "rules")),
      steps(block(root, "steps")),
      expect(block(root, "expect")) {}

input::Value follow(const input::Value& from, std::initializer_list<std::string_view> path) {
  auto value = from;
  for (const auto name : path) {
    auto next = value.find(name);
    if (!next) break;
    value = *std::move(next);
  }
  return value;
}

input::Value fault_of(const input::Value& rule, std::string_view kind) {
  const auto then = follow(rule, {"then"});
  if (auto fault = then.find(kind)) return *fault;
  for (const auto& item : items(then)) {
    if (auto fault = item.find(kind)) return *fault;
  }
  return then;
}

std::vector<input::Entry> members(const input::Value& value) {
  return value.kind() == input::Kind::object ? value.entries() : std::vector<input::Entry>();
}

std::vector<input::Value> items(const input::Value& value) {
  return value.kind() == input::Kind::list ? value.items() : std::vector<input::Value>();
}

bool is_enabled_later(const Scenario& scenario, std::string_view rule) {
  return std::any_of(scenario.steps.begin(), scenario.steps.end(),
                     [&](const Step& step) { return step.enable == rule; });
}

bool is_disabled_later(const Scenario& scenario, std::string_view rule) {
  return std::any_of(scenario.steps.begin(), scenario.steps.end(),
                     [&](const Step& step) { return step.disable == rule; });
}

bool has_fault(const Rule& rule, std::string_view kind) {
  return std::any_of(rule.then.begin(), rule.then.end(),
                     [&](const Action& action) { return action.kind == kind; });
}

}  // namespace stunt::scenarios::lint
