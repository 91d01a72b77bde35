// SPDX-License-Identifier: MIT
#include "harness/metrics.h"

#include <algorithm>
#include <chrono>

namespace stunt::harness {
namespace {

constexpr std::string_view kOther = "other";

template <typename Map>
void add(Map& to, const Map& more) {
  for (const auto& [key, count] : more) to[key] += count;
}

/// "delay" of "delay:1200000us": what is behind it may be any number.
std::string kind_of(const std::string& action) { return action.substr(0, action.find(':')); }

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  add(requests, other.requests);
  add(faults, other.faults);
  for (std::size_t i = 0; i < durations.buckets.size(); ++i) {
    durations.buckets[i] += other.durations.buckets[i];
  }
  durations.seconds += other.durations.seconds;
  delayed += other.delayed;
  replay_misses += other.replay_misses;
  transcript_lines += other.transcript_lines;
  return *this;
}

void Metrics::arrived(const aws::Exchange& exchange) {
  if (!exchange.has_to_wait()) return;
  const std::lock_guard lock(mutex_);
  delayed_.insert(&exchange);
}

void Metrics::ended(const aws::Exchange& exchange) {
  const auto& call = exchange.call;
  const auto& outcome = exchange.outcome;
  const std::chrono::duration<double> took = exchange.delivery.ended - exchange.arrival.at;
  const auto bound = std::lower_bound(Counts::kBounds.begin(), Counts::kBounds.end(), took.count());

  const std::lock_guard lock(mutex_);
  delayed_.erase(&exchange);
  ++counts_.requests[{call.model ? call.model->name : kOther, aws::outcome_of(exchange)}];
  ++counts_.durations.buckets[static_cast<std::size_t>(bound - Counts::kBounds.begin())];
  counts_.durations.seconds += took.count();
  for (const auto& fault : outcome.faults) {
    const bool known = rules_.contains(fault.rule) ||
                       (rules_.size() < kRulesMost && rules_.insert(fault.rule).second);
    ++counts_.faults[{known ? fault.rule : std::string(kOther), kind_of(fault.action),
                      aws::to_string(fault.phase)}];
  }
}

Counts Metrics::counts() const {
  const std::lock_guard lock(mutex_);
  auto counts = counts_;
  counts.delayed = delayed_.size();
  return counts;
}

}  // namespace stunt::harness
