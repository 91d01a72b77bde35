// SPDX-License-Identifier: MIT
#include "scenarios/faults/throttle_fault.h"

#include <array>

#include "input/duration.h"
#include "scenarios/faults/aws_quotas.h"
#include "scenarios/faults/error_code.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {
namespace {

/// By ThrottlePer.
constexpr std::array<std::string_view, 4> kPer = {"scope", "client", "operation", "secret"};
constexpr std::array<std::string_view, 1> kQuotas = {"aws"};
constexpr std::array<std::string_view, 6> kNames = {"rate", "burst",      "per",
                                                    "code", "retryAfter", "quotas"};

constexpr std::string_view kUsualCode = "ThrottlingException";

void read_quotas(const input::Value& quotas, const input::Object& object) {
  quotas.choice({kQuotas});
  for (const std::string_view name : {"rate", "burst", "per"}) {
    if (const auto other = object.find(name)) {
      other->wrong("AWS's quotas say that already", "remove it, or remove 'quotas'");
    }
  }
}

void read_allowance(const input::Object& object, Throttling& throttling) {
  Allowance allowance;
  if (const auto rate = object.require("rate")) {
    allowance.rate = rate->number(Throttling::kLeastRate, Throttling::kMost).value_or(1);
  }
  if (const auto burst = object.require("burst")) {
    allowance.burst = burst->number(1, Throttling::kMost).value_or(1);
  }
  throttling.allowance = allowance;
  if (const auto per = object.find("per")) {
    if (const auto chosen = per->choice({kPer})) {
      throttling.per = static_cast<ThrottlePer>(*chosen);
    }
  }
}

}  // namespace

ThrottleFault::ThrottleFault(Throttling throttling, const aws::ErrorModel* known)
    : throttling_(std::move(throttling)),
      error_({.code = throttling_.code, .retry_after = throttling_.retry_after}, known) {}

std::string_view ThrottleFault::key(const aws::Call& call) const {
  switch (throttling_.per) {
    case ThrottlePer::client:
      return call.credential.access_key_id;
    case ThrottlePer::operation:
      return call.operation;
    case ThrottlePer::secret:
      return call.secret;
    case ThrottlePer::scope:
      break;
  }
  return {};
}

bool ThrottleFault::wants(const Occasion& occasion) const {
  const auto& call = occasion.call;
  const auto now = occasion.clock.now();
  if (throttling_.allowance) return !buckets_.take(key(call), *throttling_.allowance, now);
  const auto quota = aws_quota(call.operation);
  if (!quota) return false;
  const auto bucket = std::string(call.credential.region) + "/" + std::string(quota->name);
  return !buckets_.take(bucket, {quota->per_second, quota->per_second}, now);
}

Trace ThrottleFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  error_.strike(outcome, occasion);
  return {"throttle:" + throttling_.code};
}

aws::Json ThrottleFault::to_json() const {
  aws::Json json;
  if (const auto& allowance = throttling_.allowance) {
    json["rate"] = allowance->rate;
    json["burst"] = allowance->burst;
    if (throttling_.per != ThrottlePer::scope) {
      json["per"] = kPer[static_cast<std::size_t>(throttling_.per)];
    }
  } else {
    json["quotas"] = "aws";
  }
  if (throttling_.code != kUsualCode) json["code"] = throttling_.code;
  if (throttling_.retry_after) {
    json["retryAfter"] = input::format_duration(*throttling_.retry_after);
  }
  return json;
}

std::shared_ptr<const Fault> read_throttle_fault(const input::Value& value, const Target& target) {
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  Throttling throttling;
  if (const auto quotas = object->find("quotas")) {
    read_quotas(*quotas, *object);
  } else {
    read_allowance(*object, throttling);
  }
  if (const auto code = object->find("code")) {
    throttling.code = read_code(*code);
    if (!throttling.code.empty()) check_code(*code, throttling.code, target);
  }
  if (const auto wait = object->find("retryAfter")) {
    throttling.retry_after = wait->duration(kLongestDelay);
  }
  const auto* known = known_error(target.service, throttling.code);
  return std::make_shared<ThrottleFault>(std::move(throttling), known);
}

}  // namespace stunt::scenarios
