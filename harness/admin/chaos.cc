// SPDX-License-Identifier: MIT
#include "harness/admin/chaos.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "input/did_you_mean.h"
#include "input/duration.h"
#include "input/quote.h"
#include "scenarios/faults/delay_fault.h"
#include "scenarios/faults/error_code.h"
#include "scenarios/faults/error_fault.h"

namespace stunt::harness::admin {
namespace {

using scenarios::Rule;
using scenarios::TextMatcher;

constexpr std::size_t kFaultsMost = 100;
constexpr std::string_view kPrefix = "chaos-fault-";
constexpr std::string_view kLatency = "chaos-latency";

bool is_ours(const ChaosFault& fault) {
  return !fault.service || *fault.service == emulator::secrets_manager().signing_name;
}

/// An operation of a service that we know must be one of it: a typo would strike nothing.
void check_operation(const input::Value& value, const ChaosFault& fault) {
  const auto& service = emulator::secrets_manager();
  if (!fault.service || !is_ours(fault) || service.operation(*fault.operation)) return;
  std::vector<std::string_view> names;
  for (const auto& operation : service.operations) names.push_back(operation.name);
  value.wrong("unknown operation " + input::quote(*fault.operation),
              input::suggest(*fault.operation, names));
}

void read_error(const input::Value& value, ChaosFault& fault) {
  static constexpr std::string_view kNames[] = {"statusCode", "code"};
  const auto object = value.object({kNames});
  if (!object) return;
  if (const auto status = object->find("statusCode")) {
    fault.status = static_cast<int>(status->natural(400, 599).value_or(503));
  }
  if (const auto code = object->find("code")) fault.code = scenarios::read_code(*code);
}

ChaosFault read_fault(const input::Value& value) {
  static constexpr std::string_view kNames[] = {"service", "region", "operation", "probability",
                                                "error"};
  ChaosFault fault;
  const auto object = value.object({kNames});
  if (!object) return fault;
  const auto text = [&](std::string_view name) -> std::optional<std::string> {
    const auto member = object->find(name);
    const auto written = member ? member->text() : std::nullopt;
    return written ? std::optional(std::string(*written)) : std::nullopt;
  };
  fault.service = text("service");
  fault.region = text("region");
  fault.operation = text("operation");
  if (fault.operation) check_operation(*object->find("operation"), fault);
  if (const auto p = object->find("probability")) fault.probability = p->number(0, 1).value_or(1);
  if (const auto error = object->find("error")) read_error(*error, fault);
  return fault;
}

TextMatcher equal_to(const std::string& text) { return TextMatcher({.equals = text}); }

Rule to_rule(const ChaosFault& fault, std::string id) {
  Rule rule;
  rule.id = std::move(id);
  rule.must_fire_given = false;
  rule.enabled = is_ours(fault);
  auto& match = rule.when.match;
  if (fault.service) match.service = scenarios::Glob(*fault.service);
  if (fault.operation) match.operations.push_back(equal_to(*fault.operation));
  if (fault.region) match.client = {.region = equal_to(*fault.region)};
  if (fault.probability < 1) rule.when.probability = fault.probability;
  scenarios::ErrorSettings settings;
  settings.code = fault.code;
  settings.status = fault.status;
  settings.unmodelled = true;
  rule.then.push_back(
      {"error", std::make_shared<scenarios::ErrorFault>(
                    settings, scenarios::known_error(emulator::secrets_manager(), fault.code))});
  return rule;
}

ChaosFault of_rule(const Rule& rule) {
  ChaosFault fault;
  const auto& match = rule.when.match;
  if (match.service) fault.service = match.service->pattern();
  if (!match.operations.empty()) fault.operation = match.operations[0].literal();
  if (match.client && match.client->region) fault.region = match.client->region->literal();
  fault.probability = rule.when.probability.value_or(1);
  const auto error = rule.then.at(0).fault->to_json();
  fault.code = error.at("code").get<std::string>();
  fault.status = error.at("status").get<int>();
  return fault;
}

/// 3 of "chaos-fault-3"; 0 if it is no such id.
std::uint64_t number_of(std::string_view id) {
  if (!id.starts_with(kPrefix)) return 0;
  id.remove_prefix(kPrefix.size());
  std::uint64_t number = 0;
  const auto end = std::from_chars(id.data(), id.data() + id.size(), number).ptr;
  return end == id.data() + id.size() ? number : 0;
}

/// A rule of somebody else may have such an id too.
bool is_chaos(const Rule& rule) {
  return number_of(rule.id) > 0 && rule.must_fire_given == false && rule.then.size() == 1 &&
         rule.then[0].kind == "error" && rule.then[0].fault->to_json().contains("unmodelled");
}

}  // namespace

std::vector<ChaosFault> read_chaos_faults(const input::Value& value) {
  std::vector<ChaosFault> faults;
  if (value.kind() != input::Kind::list) {
    value.wrong("faults are a list", R"(send [{"service": "secretsmanager"}])");
    return faults;
  }
  const auto items = value.items();
  if (items.size() > kFaultsMost) {
    value.wrong("more than " + std::to_string(kFaultsMost) + " faults");
    return faults;
  }
  for (const auto& item : items) faults.push_back(read_fault(item));
  return faults;
}

aws::Json to_json(const ChaosFault& fault) {
  aws::Json json = aws::Json::object();
  if (fault.service) json["service"] = *fault.service;
  if (fault.region) json["region"] = *fault.region;
  if (fault.operation) json["operation"] = *fault.operation;
  json["probability"] = fault.probability;
  json["error"] = {{"statusCode", fault.status}, {"code", fault.code}};
  return json;
}

std::vector<ChaosFault> Chaos::faults() const {
  std::vector<ChaosFault> faults;
  for (const auto& rule : director_.rules()) {
    if (is_chaos(rule)) faults.push_back(of_rule(rule));
  }
  return faults;
}

bool Chaos::add(const std::vector<ChaosFault>& faults) {
  std::uint64_t last = 0;
  for (const auto& rule : director_.rules()) last = std::max(last, number_of(rule.id));
  return std::all_of(faults.begin(), faults.end(), [&](const ChaosFault& fault) {
    return director_.add(to_rule(fault, std::string(kPrefix) + std::to_string(++last)));
  });
}

void Chaos::remove_all() {
  for (const auto& rule : director_.rules()) {
    if (is_chaos(rule)) director_.remove(rule.id);
  }
}

void Chaos::remove(const std::vector<ChaosFault>& faults) {
  for (const auto& rule : director_.rules()) {
    if (!is_chaos(rule)) continue;
    const auto there = of_rule(rule);
    if (std::find(faults.begin(), faults.end(), there) != faults.end()) director_.remove(rule.id);
  }
}

std::chrono::milliseconds Chaos::latency() const {
  for (const auto& rule : director_.rules()) {
    if (rule.id != kLatency) continue;
    const auto text = rule.then.at(0).fault->to_json();
    const auto wait = text.is_string() ? input::parse_duration(text.get<std::string>())
                                       : input::parse_duration("0");
    return std::chrono::floor<std::chrono::milliseconds>(wait.value_or(world::Duration(0)));
  }
  return std::chrono::milliseconds(0);
}

void Chaos::set_latency(std::chrono::milliseconds latency) {
  if (latency.count() == 0) {
    director_.remove(kLatency);
    return;
  }
  Rule rule;
  rule.id = kLatency;
  rule.must_fire_given = false;
  rule.then.push_back(
      {"delay", std::make_shared<scenarios::DelayFault>(scenarios::Fixed{latency})});
  if (!director_.replace(rule)) director_.add(rule);
}

}  // namespace stunt::harness::admin
