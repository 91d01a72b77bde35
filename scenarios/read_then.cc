// SPDX-License-Identifier: MIT
#include "scenarios/read_then.h"

#include <algorithm>
#include <array>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/faults/combine.h"

namespace stunt::scenarios {
namespace {

using Names = std::vector<std::string_view>;

Names kind_names() {
  Names names;
  for (const auto& kind : fault_kinds()) names.push_back(kind.name);
  return names;
}

/// With those that say more about a kind.
Names member_names() {
  Names names;
  for (const auto& kind : fault_kinds()) {
    names.push_back(kind.name);
    if (!kind.companion.empty()) names.push_back(kind.companion);
  }
  return names;
}

/// The members of all parts; a name that comes twice is a problem.
void collect(const std::vector<input::Value>& parts, Target& target) {
  for (const auto name : member_names()) {
    for (const auto& part : parts) {
      const auto settings = part.find(name);
      if (!settings || target.then.emplace(name, *settings).second) continue;
      part.wrong("a second " + input::quote(name) + " in one rule", "keep one");
    }
  }
}

void check_companion(const FaultKind& kind, const Target& target) {
  if (kind.companion.empty() || target.has(kind.name)) return;
  const auto alone = target.then.find(kind.companion);
  if (alone == target.then.end()) return;
  alone->second.wrong(input::quote(kind.companion) + " without " + input::quote(kind.name),
                      "add " + std::string(kind.name) + ", or remove it");
}

}  // namespace

std::vector<Action> read_then(const input::Value& value, Target target) {
  const auto members = member_names();
  const auto parts = value.kind() == input::Kind::list ? value.items() : std::vector{value};
  if (parts.empty())
    value.wrong("the list is empty", "add a fault: " + input::list_of(kind_names()));
  for (const auto& part : parts) {
    if (part.object({members}) && part.entries().empty()) {
      part.wrong("no fault", "add one: " + input::list_of(kind_names()));
    }
  }
  collect(parts, target);
  std::vector<Action> actions;
  for (const auto& kind : fault_kinds()) {
    check_companion(kind, target);
    const auto settings = target.then.find(kind.name);
    if (settings == target.then.end()) continue;
    if (auto fault = kind.read(settings->second, target)) actions.push_back({kind.name, fault});
  }
  check_combination(actions, target);
  return actions;
}

}  // namespace stunt::scenarios
