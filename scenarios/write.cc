// SPDX-License-Identifier: MIT
#include "scenarios/write.h"

#include "aws/json.h"

namespace stunt::scenarios {
namespace {

using aws::Json;

Json to_json(const std::vector<Glob>& globs) {
  if (globs.size() == 1) return globs.front().pattern();
  Json list = Json::array();
  for (const auto& glob : globs) list.push_back(glob.pattern());
  return list;
}

Json to_json(const When& when) {
  Json json = Json::object();
  if (!when.match.operations.empty()) json["operation"] = to_json(when.match.operations);
  if (when.match.secret) json["secretId"] = when.match.secret->pattern();
  if (when.nth) json["nth"] = to_json(*when.nth);
  if (when.probability) json["probability"] = *when.probability;
  return json;
}

Json to_json(const Rule& rule) {
  Json json = {{"id", rule.id}};
  if (!rule.enabled) json["enabled"] = false;
  if (rule.priority != 0) json["priority"] = rule.priority;
  if (auto when = to_json(rule.when); !when.empty()) json["when"] = std::move(when);
  if (rule.phase != aws::Phase::before) json["phase"] = to_string(rule.phase);
  for (const auto& [kind, fault] : rule.then) json["then"][std::string(kind)] = fault->to_json();
  if (rule.times) json["times"] = *rule.times;
  return json;
}

}  // namespace

std::string write(const Scenario& scenario) {
  Json json = {{"version", 1}, {"scenario", scenario.name}};
  if (!scenario.description.empty()) json["description"] = scenario.description;
  if (scenario.seed) json["seed"] = *scenario.seed;
  json["rules"] = Json::array();
  for (const auto& rule : scenario.rules) json["rules"].push_back(to_json(rule));
  return json.dump(2) + "\n";
}

}  // namespace stunt::scenarios
