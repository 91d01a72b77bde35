// SPDX-License-Identifier: MIT
#include "scenarios/script/write_script.h"

#include <chrono>
#include <string>

#include "input/duration.h"
#include "scenarios/count.h"
#include "world/calendar.h"

namespace stunt::scenarios {
namespace {

using aws::Json;

/// To the microsecond, where it has any.
std::string text_of(world::Instant at) {
  auto text = world::rfc3339(at);
  const auto whole = std::chrono::floor<std::chrono::milliseconds>(at);
  if (const auto left = (at - whole).count(); left > 0) {
    const auto digits = std::to_string(1000 + left).substr(1);
    text.insert(text.size() - 1, digits);
  }
  return text;
}

Json to_json(const Await& await) {
  return {{"calls", to_json(await.calls)},
          {"count", to_json(await.count)},
          {"within", input::format_duration(await.within)}};
}

}  // namespace

Json to_json(const ScopeName& scope) {
  Json json = {{"name", scope.name}};
  if (!scope.access_key_ids.empty()) json["accessKeyIds"] = scope.access_key_ids;
  return json;
}

Json to_json(const ClockSettings& clock) {
  using Mode = ClockSettings::Mode;
  Json json = {{"mode", "real"}};
  if (clock.mode == Mode::movable) json["mode"] = "virtual";
  if (clock.mode == Mode::offset) json["mode"] = "offset";
  if (clock.start) json["start"] = text_of(*clock.start);
  if (clock.delays_are_virtual) json["delays"] = "virtual";
  return json;
}

Json to_json(const ScriptCall& call) {
  Json json = {{"operation", call.operation}, {"input", call.input}};
  for (const auto& [name, pointer] : call.save) json["save"][name] = pointer;
  return json;
}

Json to_json(const Step& step) {
  Json json = Json::object();
  if (!step.name.empty()) json["name"] = step.name;
  if (step.at) json["at"] = input::format_duration(*step.at);
  if (step.after) json["after"] = *step.after;
  if (step.advance) json["advance"] = input::format_duration(*step.advance);
  if (step.await) json["await"] = to_json(*step.await);
  if (step.call) json["call"] = to_json(*step.call);
  if (step.enable) json["enable"] = *step.enable;
  if (step.disable) json["disable"] = *step.disable;
  for (const auto& [machine, state] : step.set_state) json["setState"][machine] = state;
  if (step.mark) json["mark"] = *step.mark;
  return json;
}

}  // namespace stunt::scenarios
