// SPDX-License-Identifier: MIT
#include "scenarios/load.h"

#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "input/document.h"
#include "input/fields.h"
#include "input/quote.h"
#include "input/source_text.h"
#include "input/variables.h"
#include "scenarios/read_rule.h"
#include "scenarios/script/check_steps.h"
#include "scenarios/script/read_call.h"
#include "scenarios/script/read_clock.h"
#include "scenarios/script/read_record.h"
#include "scenarios/script/read_replay.h"
#include "scenarios/script/read_step.h"

namespace stunt::scenarios {
namespace {

/// The block whose values stand in the others' texts; it is read before all else.
constexpr std::string_view kVars = "vars";

constexpr std::array<std::string_view, 16> kNames = {
    "$schema", "version", "scenario", "description", "tags",  "seed",  "scope", "clock",
    "record",  "replay",  kVars,      "state",       "setup", "rules", "steps", "expect"};
constexpr std::array<std::string_view, 2> kLater = {"engine", "sweep"};

void check_version(const input::Value& value) {
  const auto version = value.natural(0, std::numeric_limits<std::uint64_t>::max());
  if (version && version != 1) {
    value.wrong("unknown version " + std::to_string(*version), "this program reads version 1");
  }
}

std::vector<Rule> read_rules(const input::Value& value, const aws::ServiceModel& service,
                             const Board::States& machines, bool scoped, const std::string& file) {
  std::vector<Rule> rules;
  const auto items = value.items();
  if (items.size() > kMostRules) {
    value.wrong("more than " + std::to_string(kMostRules) + " rules", "split the file");
    return rules;
  }
  std::map<std::string, input::Position> ids;
  for (const auto& item : items) {
    auto rule = read_rule(item, service, machines, scoped);
    rule.at = {file, item.at().line, item.at().column};
    const auto [first, is_new] = ids.emplace(rule.id, item.at());
    if (!is_new && !rule.id.empty()) {
      item.find("id")->wrong(
          "the id " + input::quote(rule.id) + " is taken",
          "the first rule with it is in line " + std::to_string(first->second.line));
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

template <typename T, typename Read>
std::vector<T> read_each(const input::Object& object, std::string_view name, Read read) {
  std::vector<T> all;
  const auto value = object.find(name);
  if (!value) return all;
  for (const auto& item : value->items()) all.push_back(read(item));
  return all;
}

std::vector<std::string> read_tags(const input::Object& object) {
  return read_each<std::string>(
      object, "tags", [](const input::Value& tag) { return std::string(tag.text().value_or("")); });
}

std::vector<ScriptCall> read_setup(const input::Object& object, const aws::ServiceModel& service,
                                   const std::string& file) {
  return read_each<ScriptCall>(object, "setup", [&](const input::Value& call) {
    return read_call(call, service, file).value_or(ScriptCall());
  });
}

std::vector<Step> read_steps(const input::Value& value, const aws::ServiceModel& service,
                             const std::string& file) {
  std::vector<Step> steps;
  for (const auto& step : value.items()) steps.push_back(read_step(step, service, file));
  return steps;
}

Scenario read_scenario(const input::Value& root, const aws::ServiceModel& service,
                       ReadExpect read_expect, const std::string& file) {
  Scenario scenario;
  scenario.file = file;
  const auto object = root.object({kNames, kLater});
  if (!object) return scenario;
  if (const auto schema = object->find("$schema")) schema->text();
  if (const auto version = object->require("version")) check_version(*version);
  if (const auto name = object->require("scenario")) {
    scenario.name = read_name(*name).value_or("");
  }
  if (const auto description = object->find("description")) {
    scenario.description = description->text().value_or("");
  }
  if (const auto seed = object->find("seed")) {
    scenario.seed = seed->natural(0, std::numeric_limits<std::uint64_t>::max());
    scenario.seed_at = {file, seed->at().line, seed->at().column};
  }
  if (const auto scope = object->find("scope")) scenario.scope = read_scope(*scope, file);
  if (const auto clock = object->find("clock")) scenario.clock = read_clock(*clock, file);
  if (const auto record = object->find("record")) scenario.record = read_record(*record, file);
  if (const auto replay = object->find("replay")) scenario.replay = read_replay(*replay, file);
  if (const auto state = object->find("state")) scenario.machines = read_machines(*state, file);
  if (const auto rules = object->find("rules")) {
    scenario.rules =
        read_rules(*rules, service, scenario.machines.initial, scenario.scope.has_value(), file);
  }
  scenario.tags = read_tags(*object);
  scenario.setup = read_setup(*object, service, file);
  if (const auto steps = object->find("steps")) {
    scenario.steps = read_steps(*steps, service, file);
    check_steps(*steps, scenario);
  }
  if (const auto expect = object->find("expect")) {
    if (read_expect) {
      scenario.expect = read_expect(*expect, service);
    } else {
      expect->wrong("nothing is judged here", "remove it");
    }
  }
  return scenario;
}

void add_saved(const input::Node* call, std::set<std::string, std::less<>>& names) {
  for (const auto& member : call->members) {
    if (member.name != "save") continue;
    for (const auto& saved : member.value->members) names.insert(saved.name);
  }
}

/// What the script's calls will save; found before anything is read, because variables come first.
input::Later saved_by_calls(const input::Node& root) {
  input::Later later{{}, {"setup", "steps"}};
  for (const auto& block : root.members) {
    for (const auto* item : block.value->items) {
      if (block.name == "setup") add_saved(item, later.names);
      if (block.name != "steps") continue;
      for (const auto& member : item->members) {
        if (member.name == "call") add_saved(member.value, later.names);
      }
    }
  }
  return later;
}

Scenario read_text(std::string_view text, const aws::ServiceModel& service, ReadExpect read_expect,
                   input::Problems& problems) {
  auto document = input::parse_document(text, problems);
  if (!document) return {};
  input::put_in_variables(*document, kVars, saved_by_calls(document->root()), problems);
  return read_scenario(input::Value(document->root(), "", problems), service, read_expect,
                       problems.file());
}

Scenario read_file(const std::filesystem::path& file, const aws::ServiceModel& service,
                   ReadExpect read_expect, input::Problems& problems) {
  const auto text = input::read_text(file, problems);
  return text ? read_text(*text, service, read_expect, problems) : Scenario();
}

}  // namespace

Scenario load(const std::filesystem::path& file, const aws::ServiceModel& service,
              ReadExpect read_expect) {
  input::Problems problems(file.string());
  auto scenario = read_file(file, service, read_expect, problems);
  problems.throw_if_any();
  return scenario;
}

Scenario load_text(std::string_view text, const std::filesystem::path& file,
                   const aws::ServiceModel& service, ReadExpect read_expect) {
  input::Problems problems(file.string());
  auto scenario = read_text(text, service, read_expect, problems);
  problems.throw_if_any();
  return scenario;
}

}  // namespace stunt::scenarios
