// SPDX-License-Identifier: MIT
#include "scenarios/write.h"

#include "aws/json.h"
#include "input/duration.h"
#include "scenarios/script/write_script.h"

namespace stunt::scenarios {
namespace {

using aws::Json;

Json to_json(const Window& window) {
  Json json = Json::object();
  if (window.from > world::Duration(0) || !window.to) {
    json["from"] = input::format_duration(window.from);
  }
  if (window.to) json["to"] = input::format_duration(*window.to);
  return json;
}

Json to_json(const When& when) {
  auto json = to_json(when.match);
  if (when.nth) json["nth"] = to_json(*when.nth);
  if (when.nth_by != NthBy::rule) {
    json["nthBy"] = nth_by_names()[static_cast<std::size_t>(when.nth_by)];
  }
  if (when.probability) json["probability"] = *when.probability;
  if (when.window) json["window"] = to_json(*when.window);
  return json;
}

Json to_json(const std::vector<Action>& actions) {
  Json json = Json::object();
  for (const auto& kind : fault_kinds()) {
    for (const auto& [name, fault] : actions) {
      if (name != kind.name) continue;
      json[std::string(name)] = fault->to_json();
      if (auto more = fault->companion_json(); !more.is_null()) {
        json[std::string(kind.companion)] = std::move(more);
      }
    }
  }
  return json;
}

/// With every '${' written so that it is read as itself.
std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("${")) result += '$';
    result += text[i];
  }
  return result;
}

Json without_variables(Json json) {
  if (json.is_string()) return escaped(json.get_ref<const std::string&>());
  if (json.is_array()) {
    for (auto& item : json) item = without_variables(std::move(item));
  }
  if (!json.is_object()) return json;
  Json object = Json::object();
  for (auto& [name, value] : json.items()) {
    object[escaped(name)] = without_variables(std::move(value));
  }
  return object;
}

}  // namespace

Json to_json(const Rule& rule) {
  Json json = {{"id", rule.id}};
  if (!rule.enabled) json["enabled"] = false;
  if (rule.priority != 0) json["priority"] = rule.priority;
  if (auto when = to_json(rule.when); !when.empty()) json["when"] = std::move(when);
  if (rule.phase != aws::Phase::before) json["phase"] = to_string(rule.phase);
  json["then"] = to_json(rule.then);
  if (rule.times) json["times"] = *rule.times;
  if (rule.max_active) json["maxActive"] = *rule.max_active;
  if (rule.must_fire_given) json["mustFire"] = *rule.must_fire_given;
  return json;
}

std::string write(const Scenario& scenario) {
  Json json = {{"version", 1}, {"scenario", scenario.name}};
  if (!scenario.description.empty()) json["description"] = scenario.description;
  if (!scenario.tags.empty()) json["tags"] = scenario.tags;
  if (scenario.seed) json["seed"] = *scenario.seed;
  if (scenario.scope) json["scope"] = to_json(*scenario.scope);
  if (scenario.clock) json["clock"] = to_json(*scenario.clock);
  if (scenario.record) json["record"] = to_json(*scenario.record);
  if (scenario.replay) json["replay"] = to_json(*scenario.replay);
  for (const auto& [machine, state] : scenario.machines.initial) json["state"][machine] = state;
  for (const auto& call : scenario.setup) json["setup"].push_back(to_json(call));
  json["rules"] = Json::array();
  for (const auto& rule : scenario.rules) json["rules"].push_back(to_json(rule));
  for (const auto& step : scenario.steps) json["steps"].push_back(to_json(step));
  for (const auto& one : scenario.expect) json["expect"].push_back(one->to_json());
  return without_variables(std::move(json)).dump(2) + "\n";
}

}  // namespace stunt::scenarios
