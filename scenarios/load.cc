// SPDX-License-Identifier: MIT
#include "scenarios/load.h"

#include <array>
#include <iterator>
#include <limits>
#include <map>

#include "input/document.h"
#include "input/fields.h"
#include "input/quote.h"
#include "input/source_text.h"
#include "scenarios/read_rule.h"

namespace stunt::scenarios {
namespace {

constexpr std::array<std::string_view, 6> kNames = {"$schema",     "version", "scenario",
                                                    "description", "seed",    "rules"};
constexpr std::array<std::string_view, 12> kLater = {"tags",   "scope",  "engine", "clock",
                                                     "record", "replay", "vars",   "setup",
                                                     "state",  "steps",  "expect", "sweep"};

void check_version(const input::Value& value) {
  const auto version = value.natural(0, std::numeric_limits<std::uint64_t>::max());
  if (version && version != 1) {
    value.wrong("unknown version " + std::to_string(*version), "this program reads version 1");
  }
}

std::vector<Rule> read_rules(const input::Value& value, const aws::ServiceModel& service,
                             const std::string& file) {
  std::vector<Rule> rules;
  const auto items = value.items();
  if (items.size() > kMostRules) {
    value.wrong("more than " + std::to_string(kMostRules) + " rules", "split the file");
    return rules;
  }
  std::map<std::string, input::Position> ids;
  for (const auto& item : items) {
    auto rule = read_rule(item, service);
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

Scenario read_scenario(const input::Value& root, const aws::ServiceModel& service,
                       const std::string& file) {
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
  if (const auto rules = object->find("rules")) {
    scenario.rules = read_rules(*rules, service, file);
  }
  return scenario;
}

Scenario read_text(std::string_view text, const aws::ServiceModel& service,
                   input::Problems& problems) {
  const auto document = input::parse_document(text, problems);
  if (!document) return {};
  return read_scenario(input::Value(document->root(), "", problems), service, problems.file());
}

Scenario read_file(const std::filesystem::path& file, const aws::ServiceModel& service,
                   input::Problems& problems) {
  const auto text = input::read_text(file, problems);
  return text ? read_text(*text, service, problems) : Scenario();
}

}  // namespace

Scenario load(const std::filesystem::path& file, const aws::ServiceModel& service) {
  input::Problems problems(file.string());
  auto scenario = read_file(file, service, problems);
  problems.throw_if_any();
  return scenario;
}

Scenario load_text(std::string_view text, const std::filesystem::path& file,
                   const aws::ServiceModel& service) {
  input::Problems problems(file.string());
  auto scenario = read_text(text, service, problems);
  problems.throw_if_any();
  return scenario;
}

}  // namespace stunt::scenarios
