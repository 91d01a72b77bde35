// SPDX-License-Identifier: MIT
#include "stunt/calls.h"

#include <array>
#include <ostream>
#include <stdexcept>

#include "aws/json.h"
#include "aws/outcome_kind.h"
#include "emulator/model/secrets_manager.h"
#include "harness/embedded/facts.h"
#include "harness/embedded/read.h"

namespace stunt {
namespace {

std::string quoted(const std::string& text) {
  return aws::Json(text).dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

std::string_view name_of(Outcome outcome) {
  return aws::outcome_kind_names()[static_cast<std::size_t>(outcome)];
}

/// Conditions that do not change are read once: a matcher is asked for each exchange.
const verdict::Calls& read_once(const Calls& calls) {
  thread_local std::string json;
  thread_local verdict::Calls read;
  if (auto now = calls.json(); json != now) {
    read = embedded::read_calls(calls, "match");
    json = std::move(now);
  }
  return read;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Outcome outcome) { return out << name_of(outcome); }

Calls::Calls(Outcome outcome) { where("outcome", quoted(std::string(name_of(outcome)))); }

Calls& Calls::where(const std::string& condition, const std::string& json) {
  if (!conditions_.emplace(condition, json).second) {
    throw std::invalid_argument("the condition '" + condition +
                                "' is said twice; say it once, or use 'anyOf'");
  }
  return *this;
}

Calls& Calls::add(const Calls& other) {
  for (const auto& [condition, json] : other.conditions_) where(condition, json);
  return *this;
}

std::string Calls::json() const {
  std::string json;
  for (const auto& [condition, value] : conditions_) {
    json += (json.empty() ? "" : ",") + quoted(condition) + ":" + value;
  }
  return "{" + json + "}";
}

bool Calls::MatchAndExplain(const Exchange& exchange, std::ostream*) const {
  static const scenarios::Board kNoStates;
  if (!exchange.facts) return false;
  return verdict::meets(read_once(*this).match, exchange.facts->entry, kNoStates);
}

void Calls::DescribeTo(std::ostream* out) const {
  *out << "is " << verdict::describe(read_once(*this));
}

void Calls::DescribeNegationTo(std::ostream* out) const {
  *out << "is not " << verdict::describe(read_once(*this));
}

Calls Op(std::initializer_list<std::string> operations) {
  std::string list;
  for (const auto& operation : operations) list += (list.empty() ? "" : ",") + quoted(operation);
  return Calls().where("operation", operations.size() == 1 ? list : "[" + list + "]");
}

Calls SecretId(const std::string& secret) { return Calls().where("secretId", quoted(secret)); }

Calls Attempt(unsigned attempt) { return Calls().where("attempt", std::to_string(attempt)); }

Calls HasBody(const std::string& json) { return Calls().WithBody(json); }

Calls AccessKeyId(const std::string& key) {
  return Calls().where("client", R"({"accessKeyId":)" + quoted(key) + "}");
}

Calls Header(const std::string& name, const std::string& value) {
  return Calls().where("header", "{" + quoted(name) + ":" + quoted(value) + "}");
}

Calls Ended(Outcome outcome) { return {outcome}; }

verdict::Calls embedded::read_calls(const Calls& calls, std::string_view who) {
  return embedded::read(who, calls.json(), [](const input::Value& value) {
    return verdict::read_calls(value, emulator::secrets_manager());
  });
}

}  // namespace stunt
