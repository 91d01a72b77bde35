// SPDX-License-Identifier: MIT
#include "scenarios/script/read_step.h"

#include <array>
#include <chrono>

#include "scenarios/machines.h"
#include "scenarios/read_match.h"
#include "scenarios/read_name.h"
#include "scenarios/script/read_call.h"

namespace stunt::scenarios {
namespace {

/// Ten years: the longest that a rotation or a deletion can be away is less.
constexpr world::Duration kLongest = std::chrono::hours(24 * 3653);

std::optional<Await> read_await(const input::Value& value, const aws::ServiceModel& service) {
  static constexpr std::array<std::string_view, 3> kNames = {"calls", "count", "within"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  Await await;
  if (const auto calls = object->require("calls")) {
    Target target{service, {}};
    if (auto match = read_match(*calls, target, Judged::ended)) await.calls = *std::move(match);
  }
  if (const auto count = object->find("count")) {
    await.count = read_count(*count).value_or(Count());
  }
  if (const auto within = object->require("within")) {
    await.within = within->duration(kLongest).value_or(world::Duration(0));
  }
  return await;
}

std::optional<std::string> name_of(const input::Object& object, const char* member) {
  const auto value = object.find(member);
  return value ? read_name(*value) : std::nullopt;
}

Board::States read_states(const input::Value& value) {
  Board::States states;
  const auto entries = value.entries();
  if (value.kind() == input::Kind::object && entries.empty()) {
    value.wrong("no machine", "name one, or leave 'setState' out");
  }
  for (const auto& [machine, at, state] : entries) {
    if (const auto text = read_state(state)) states.emplace(machine, *text);
  }
  return states;
}

std::string read_label(const input::Value& value) {
  const auto text = value.text();
  if (text && text->empty()) value.wrong("the name is empty", "write one, or leave it out");
  return std::string(text.value_or(""));
}

}  // namespace

Step read_step(const input::Value& value, const aws::ServiceModel& service,
               const std::string& file) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "name", "at", "after", "advance", "await", "call", "enable", "disable", "setState", "mark"};
  Step step;
  step.place = {file, value.at().line, value.at().column};
  const auto object = value.object({kNames});
  if (!object) return step;
  if (value.entries().empty()) value.wrong("the step does nothing", "remove it");
  if (const auto name = object->find("name")) step.name = read_label(*name);
  if (const auto at = object->find("at")) step.at = at->duration(kLongest);
  if (const auto advance = object->find("advance")) step.advance = advance->duration(kLongest);
  if (const auto await = object->find("await")) step.await = read_await(*await, service);
  if (const auto call = object->find("call")) step.call = read_call(*call, service, file);
  step.after = name_of(*object, "after");
  step.enable = name_of(*object, "enable");
  step.disable = name_of(*object, "disable");
  step.mark = name_of(*object, "mark");
  if (const auto states = object->find("setState")) step.set_state = read_states(*states);
  return step;
}

}  // namespace stunt::scenarios
