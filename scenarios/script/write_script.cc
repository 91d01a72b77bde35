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

Json to_json(const ReplayBlock& replay) {
  const auto& options = replay.options;
  const recorder::ReplayOptions usual;
  Json json = {{"from", options.from.string()}};
  const auto put = [&](const char* name, auto chosen, auto by_default, const auto& names) {
    if (chosen != by_default) json[name] = names[static_cast<std::size_t>(chosen)];
  };
  put("order", options.order, usual.order, recorder::kOrderNames);
  if (!options.by_body || options.by_access_key || options.by_region) {
    auto& by = json["match"]["by"];
    by = {"operation", options.by_body ? "body" : "secretId"};
    if (options.by_access_key) by.push_back("accessKeyId");
    if (options.by_region) by.push_back("region");
  }
  if (options.ignore != usual.ignore) json["match"]["ignore"] = options.ignore;
  put("onMiss", replay.missed, ReplayBlock::Missed::fail, kMissedNames);
  put("exhausted", options.exhausted, usual.exhausted, recorder::kExhaustedNames);
  put("remap", options.remap, usual.remap, recorder::kRemapNames);
  if (options.time_scale == 1) {
    json["timing"] = "recorded";
  } else if (options.time_scale > 0) {
    json["timing"]["scale"] = options.time_scale;
  }
  return json;
}

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

Json to_json(const RecordBlock& record) {
  Json json = Json::object();
  if (!record.to.empty()) json["to"] = record.to.string();
  if (record.mode)
    json["mode"] = recorder::kRecordModeNames[static_cast<std::size_t>(*record.mode)];
  const auto put = [&](const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty()) json["redact"][name] = texts;
  };
  put("headers", record.redact.headers);
  put("members", record.redact.members);
  put("patterns", record.redact.patterns);
  if (!record.on_error) json["recordOnError"] = false;
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
