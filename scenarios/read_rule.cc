// SPDX-License-Identifier: MIT
#include "scenarios/read_rule.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/read_then.h"
#include "scenarios/read_when.h"

namespace stunt::scenarios {
namespace {

constexpr std::array<std::string_view, 9> kNames = {
    "id", "enabled", "priority", "when", "phase", "then", "times", "maxActive", "mustFire"};

constexpr std::int64_t kPriorities = 1'000'000;
constexpr std::uint64_t kMostTimes = 1'000'000'000;
constexpr std::uint64_t kMostActive = 1'000'000;

/// Few operations come by a commit point.
void check_reachable(const input::Value& value, aws::Phase phase, const Target& target) {
  const auto point = aws::commit_point(phase);
  const auto comes_by = [&](const aws::OperationModel& operation) {
    return std::find(operation.points.begin(), operation.points.end(), *point) !=
           operation.points.end();
  };
  const auto& operations = target.operations;
  if (!point || operations.empty() ||
      std::any_of(operations.begin(), operations.end(),
                  [&](const auto* operation) { return comes_by(*operation); })) {
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& operation : target.service.operations) {
    if (comes_by(operation)) names.push_back(operation.name);
  }
  value.wrong(std::string(operations.front()->name) + " never comes by this point",
              "these do: " + input::list_of(names));
}

}  // namespace

Rule read_rule(const input::Value& value, const aws::ServiceModel& service,
               const Board::States& machines, bool scoped, std::string_view otherwise) {
  Rule rule;
  const auto object = value.object({kNames});
  if (!object) return rule;
  rule.id = otherwise;
  if (const auto id = otherwise.empty() ? object->require("id") : object->find("id")) {
    rule.id = read_name(*id).value_or("");
  }
  if (const auto enabled = object->find("enabled")) {
    rule.enabled = enabled->boolean().value_or(true);
  }
  if (const auto priority = object->find("priority")) {
    rule.priority = static_cast<int>(priority->integer(-kPriorities, kPriorities).value_or(0));
  }
  Target target{service, operations_of({}, service)};
  target.machines = &machines;
  target.scoped = scoped;
  if (const auto when = object->find("when")) rule.when = read_when(*when, target);
  if (const auto phase = object->find("phase")) {
    rule.phase = static_cast<aws::Phase>(phase->choice({aws::phase_names()}).value_or(0));
    check_reachable(*phase, rule.phase, target);
    target.phase = rule.phase;
  }
  if (const auto then = object->require("then")) rule.then = read_then(*then, target);
  if (const auto times = object->find("times")) rule.times = times->natural(1, kMostTimes);
  if (const auto most = object->find("maxActive")) {
    rule.max_active = most->natural(1, kMostActive);
  }
  if (const auto must = object->find("mustFire")) rule.must_fire_given = must->boolean();
  return rule;
}

}  // namespace stunt::scenarios
