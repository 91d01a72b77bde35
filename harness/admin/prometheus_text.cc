// SPDX-License-Identifier: MIT
#include "harness/admin/prometheus_text.h"

#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace stunt::harness::admin {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

/// One metric, which has values under labels.
class Family {
 public:
  Family(const char* name, const char* help, MetricType type) : family_{name, help, type, {}} {}

  void add(Labels labels, const std::string& scope, std::uint64_t value) {
    auto& metric = this->metric(std::move(labels), scope);
    if (family_.type == MetricType::Gauge) {
      metric.gauge.value = static_cast<double>(value);
    } else {
      metric.counter.value = static_cast<double>(value);
    }
  }

  void add(const Counts::Histogram& histogram, const std::string& scope) {
    auto& to = metric({}, scope).histogram;
    for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
      to.sample_count += histogram.buckets[i];
      const bool last = i == Counts::kBounds.size();
      to.bucket.push_back(
          {to.sample_count, last ? std::numeric_limits<double>::infinity() : Counts::kBounds[i]});
    }
    to.sample_sum = histogram.seconds;
  }

  MetricFamily take() { return std::move(family_); }

 private:
  ClientMetric& metric(Labels labels, const std::string& scope) {
    if (!scope.empty()) labels.push_back({"scope", scope});
    auto& metric = family_.metric.emplace_back();
    metric.label = std::move(labels);
    return metric;
  }

  MetricFamily family_;
};

}  // namespace

std::string prometheus_text(const std::map<std::string, Counts>& by_scope) {
  Family requests("stunt_requests_total", "Calls that have ended", MetricType::Counter);
  Family faults("stunt_faults_total", "Faults that struck a call", MetricType::Counter);
  Family durations("stunt_request_duration_seconds", "From a call's arrival to its last byte",
                   MetricType::Histogram);
  Family delayed("stunt_delayed_inflight", "Answers that wait", MetricType::Gauge);
  Family lines("stunt_transcript_lines_total", "Calls that were written to transcripts",
               MetricType::Counter);
  Family misses("stunt_replay_misses_total", "Calls that a replay had no answer to",
                MetricType::Counter);
  for (const auto& [scope, counts] : by_scope) {
    for (const auto& [request, count] : counts.requests) {
      const auto& [op, outcome] = request;
      requests.add({{"op", std::string(op)}, {"outcome", std::string(aws::to_string(outcome))}},
                   scope, count);
    }
    for (const auto& [fault, count] : counts.faults) {
      const auto& [rule, action, phase] = fault;
      faults.add({{"rule", rule}, {"action", action}, {"phase", std::string(phase)}}, scope, count);
    }
    durations.add(counts.durations, scope);
    delayed.add({}, scope, counts.delayed);
    lines.add({}, scope, counts.transcript_lines);
    misses.add({}, scope, counts.replay_misses);
  }
  std::vector<MetricFamily> families;
  for (auto* family : {&requests, &faults, &durations, &delayed, &lines, &misses}) {
    families.push_back(family->take());
  }
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace stunt::harness::admin
