// SPDX-License-Identifier: MIT
#include "scenarios/read_rule.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/read_when.h"

namespace stunt::scenarios {
namespace {

constexpr std::array<std::string_view, 7> kNames = {"id",    "enabled", "priority", "when",
                                                    "phase", "then",    "times"};
constexpr std::array<std::string_view, 2> kLater = {"maxActive", "mustFire"};

constexpr std::array<std::string_view, 2> kPhases = {"before", "after"};
constexpr std::array<std::string_view, 4> kLaterPhases = {"at:secret.created", "at:version.stored",
                                                          "at:stage.moved", "at:rotation.started"};

constexpr std::array<std::string_view, 16> kLaterActions = {
    "connection", "truncate", "corrupt", "dribble", "throttle", "stale", "clockSkew", "apply",
    "applyAfter", "patch",    "merge",   "respond", "setState", "mark",  "refuse",    "batchError"};

constexpr std::int64_t kPriorities = 1'000'000;
constexpr std::uint64_t kMostTimes = 1'000'000'000;

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const auto& kind : fault_kinds()) names.push_back(kind.name);
  return names;
}

/// One object with faults, or a list of them; a rule has at most one fault of each kind.
std::vector<Action> read_then(const input::Value& value, const Target& target) {
  const auto names = kind_names();
  const auto parts = value.kind() == input::Kind::list ? value.items() : std::vector{value};
  if (parts.empty()) value.wrong("the list is empty", "add a fault: " + input::list_of(names));
  for (const auto& part : parts) {
    if (part.object({names, kLaterActions}) && part.entries().empty()) {
      part.wrong("no fault", "add one: " + input::list_of(names));
    }
  }
  std::vector<Action> actions;
  for (const auto& kind : fault_kinds()) {
    bool found = false;
    for (const auto& part : parts) {
      const auto settings = part.find(kind.name);
      if (!settings) continue;
      if (found) part.wrong("a second " + input::quote(kind.name) + " in one rule", "keep one");
      found = true;
      if (auto fault = kind.read(*settings, target)) actions.push_back({kind.name, fault});
    }
  }
  return actions;
}

}  // namespace

std::optional<std::string> read_name(const input::Value& value) {
  const auto text = value.text();
  if (!text) return std::nullopt;
  const bool fits =
      !text->empty() && text->size() <= 128 && std::all_of(text->begin(), text->end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '.' || c == '_' || c == '/' || c == '-';
      });
  if (!fits) {
    value.wrong(input::quote(*text) + " is not a name",
                "use 1 to 128 letters, digits, '.', '_', '/' and '-'");
    return std::nullopt;
  }
  return std::string(*text);
}

Rule read_rule(const input::Value& value, const aws::ServiceModel& service) {
  Rule rule;
  const auto object = value.object({kNames, kLater});
  if (!object) return rule;
  if (const auto id = object->require("id")) rule.id = read_name(*id).value_or("");
  if (const auto enabled = object->find("enabled")) {
    rule.enabled = enabled->boolean().value_or(true);
  }
  if (const auto priority = object->find("priority")) {
    rule.priority = static_cast<int>(priority->integer(-kPriorities, kPriorities).value_or(0));
  }
  Target target{service, operations_of({}, service)};
  if (const auto when = object->find("when")) rule.when = read_when(*when, target);
  if (const auto phase = object->find("phase")) {
    const auto chosen = phase->choice({kPhases, kLaterPhases});
    rule.phase = chosen == 1 ? aws::Phase::after : aws::Phase::before;
  }
  if (const auto then = object->require("then")) rule.then = read_then(*then, target);
  if (const auto times = object->find("times")) rule.times = times->natural(1, kMostTimes);
  return rule;
}

}  // namespace stunt::scenarios
