// SPDX-License-Identifier: MIT
#include "stunt/rule.h"

#include <exception>
#include <stdexcept>
#include <utility>

#include "aws/json.h"
#include "input/duration.h"

namespace stunt {
namespace {

std::string quoted(const std::string& text) {
  return aws::Json(text).dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

std::string quoted(Rule::Duration duration) { return quoted(input::format_duration(duration)); }

std::string number(double value) { return aws::Json(value).dump(); }

/// An object of members whose values are JSON already.
std::string object(const std::map<std::string, std::string>& members) {
  std::string json;
  for (const auto& [name, value] : members) {
    json += (json.empty() ? "" : ",") + quoted(name) + ":" + value;
  }
  return "{" + json + "}";
}

/// `members` in front of what is in an object.
std::string joined(const std::map<std::string, std::string>& members, const std::string& json) {
  const auto inner = json.substr(1);
  auto first = object(members);
  first.pop_back();
  return first + (first == "{" || inner == "}" ? "" : ",") + inner;
}

}  // namespace

Rule::Rule(Calls calls, Install install)
    : calls_(std::move(calls)),
      install_(std::move(install)),
      unwinding_(std::uncaught_exceptions()) {}

Rule::Rule(const Rule& other)
    : calls_(other.calls_),
      members_(other.members_),
      when_(other.when_),
      then_(other.then_),
      retry_after_(other.retry_after_),
      handler_(other.handler_) {}

Rule::~Rule() noexcept(false) {
  if (install_ && std::uncaught_exceptions() == unwinding_) install_(*this);
}

Rule& Rule::Always() {
  members_.erase("times");
  return *this;
}

Rule& Rule::Probability(double p) { return When("probability", number(p)); }

Rule& Rule::Window(Duration from, Duration to) {
  return When("window", object({{"from", quoted(from)}, {"to", quoted(to)}}));
}

Rule& Rule::When(const std::string& condition, const std::string& json) {
  when_[condition] = json;
  return *this;
}

Rule& Rule::Error(const std::string& code) {
  return then("error", object({{"code", quoted(code)}}));
}

Rule& Rule::Error(const std::string& code, const std::string& message) {
  return then("error", object({{"code", quoted(code)}, {"message", quoted(message)}}));
}

Rule& Rule::Throttle(const Bucket& bucket) {
  return then("throttle", object({{"rate", number(bucket.rate)},
                                  {"burst", std::to_string(bucket.burst)},
                                  {"per", quoted(bucket.per)}}));
}

Rule& Rule::RetryAfter(Duration hint) {
  retry_after_ = hint;
  return *this;
}

Rule& Rule::Respond(int status, const std::string& json) {
  return then("respond", object({{"status", std::to_string(status)}, {"body", json}}));
}

Rule& Rule::Do(Handler handler) {
  if (!handler) throw std::invalid_argument("Do() takes a function that answers; this is none");
  handler_ = std::move(handler);
  // Whatever it answers, it is an answer: what cannot stand beside one is told by the reader.
  return then("respond", R"({"status":200})");
}

Rule& Rule::Delay(Duration delay) { return then("delay", quoted(delay)); }
Rule& Rule::Latency(const std::string& json) { return then("delay", json); }

Rule& Rule::Stale(unsigned versions_back) {
  return then("stale", object({{"versionsBack", std::to_string(versions_back)}}));
}

Rule& Rule::Stale(Duration lag) { return then("stale", object({{"lag", quoted(lag)}})); }

Rule& Rule::Truncate(double fraction) {
  return then("truncate", object({{"fraction", number(fraction)}}));
}

Rule& Rule::Corrupt(const std::string& body) {
  return then("corrupt", object({{"body", quoted(body)}}));
}

Rule& Rule::Then(const std::string& json) {
  const auto faults = aws::parse_json(json);
  if (!faults || !faults->is_object()) {
    throw std::invalid_argument(
        R"(Then() takes a JSON object of faults, such as {"dribble": {"chunks": 20, "over": "4s"}})");
  }
  for (const auto& [kind, settings] : faults->items()) then(kind, settings.dump());
  return *this;
}

Rule& Rule::Named(const std::string& id) { return member("id", quoted(id)); }

Rule& Rule::phase(const std::string& phase) { return member("phase", quoted(phase)); }

Rule& Rule::member(const std::string& name, const std::string& json) {
  members_[name] = json;
  return *this;
}

Rule& Rule::then(const std::string& kind, const std::string& json) {
  if (!then_.emplace(kind, json).second) {
    throw std::invalid_argument("a rule has one fault of each kind, and '" + kind +
                                "' is said twice; write another On()");
  }
  return *this;
}

Rule& Rule::connection(const std::string& end) { return then("connection", quoted(end)); }

std::string Rule::json(const std::string& id) const {
  auto then = then_;
  if (retry_after_) {
    const auto fault = then.contains("error") ? then.find("error") : then.find("throttle");
    if (fault == then.end()) {
      throw std::invalid_argument(
          "RetryAfter() goes with an error; add Error(\"ThrottlingException\") or Throttle({…})");
    }
    fault->second = joined({{"retryAfter", quoted(*retry_after_)}}, fault->second);
  }
  auto members = members_;
  members.emplace("id", quoted(id));
  members["when"] = joined(when_, calls_.json());
  members["then"] = object(then);
  return object(members);
}

}  // namespace stunt
