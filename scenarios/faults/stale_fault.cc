// SPDX-License-Identifier: MIT
#include "scenarios/faults/stale_fault.h"

#include <algorithm>
#include <array>

#include "input/duration.h"
#include "scenarios/faults/check_operations.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {

Trace StaleFault::strike(aws::Outcome&, const Occasion&) const {
  std::string what = "stale";
  if (lag_.count() > 0) what += ":lag=" + std::to_string(lag_.count()) + "us";
  if (versions_back_ > 0) what += ":versionsBack=" + std::to_string(versions_back_);
  return {what};
}

void StaleFault::set_terms(aws::Terms& terms) const {
  terms.lag = std::max(terms.lag, lag_);
  terms.versions_back = std::max(terms.versions_back, versions_back_);
}

aws::Json StaleFault::to_json() const {
  aws::Json json = aws::Json::object();
  if (lag_.count() > 0) json["lag"] = input::format_duration(lag_);
  if (versions_back_ > 0) json["versionsBack"] = versions_back_;
  return json;
}

std::shared_ptr<const Fault> read_stale_fault(const input::Value& value, const Target& target) {
  static constexpr std::array<std::string_view, 2> kNames = {"lag", "versionsBack"};
  check_operations(
      value, target, [](const auto& operation) { return !operation.writes; },
      "writes, and only a read can be stale", "name operations that read in 'when'");
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  if (value.entries().empty()) value.wrong("nothing says how stale", "write lag: 2s");
  world::Duration lag{0};
  unsigned versions_back = 0;
  if (const auto member = object->find("lag")) {
    lag = member->duration(kLongestDelay).value_or(world::Duration(1));
    if (lag.count() == 0) member->wrong("0 is not stale", "write one such as 2s");
  }
  if (const auto member = object->find("versionsBack")) {
    versions_back =
        static_cast<unsigned>(member->natural(1, StaleFault::kMostVersionsBack).value_or(1));
  }
  return std::make_shared<StaleFault>(lag, versions_back);
}

}  // namespace stunt::scenarios
