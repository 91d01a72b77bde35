// SPDX-License-Identifier: MIT
#include "stunt/retries.h"

#include <algorithm>

#include "harness/embedded/facts.h"
#include "verdict/retry_checks.h"

namespace stunt {
namespace {

using verdict::Backoff;
using verdict::Judgement;
using verdict::LogicalCall;

Backoff backoff_of(const RetryProfile::Terms& terms) {
  Backoff backoff;
  backoff.profile = terms.kind == RetryProfile::Kind::standard_2_0 ? Backoff::Profile::standard_2_0
                                                                   : Backoff::Profile::standard_2_1;
  backoff.slack = terms.slack;
  backoff.jitter_required = terms.jitter_required;
  return backoff;
}

std::string text_of(const Judgement& judgement) {
  const auto finding = judgement.finding("", "");
  if (finding.status == verdict::Status::pass) return {};
  auto text = finding.text;
  for (const auto& detail : finding.details) text += "\n" + detail;
  return text;
}

bool has_retry(const std::vector<LogicalCall>& calls) {
  return std::any_of(calls.begin(), calls.end(),
                     [](const auto& call) { return call.attempts.size() > 1; });
}

/// The attempt behind this one, with it; alone if there is none.
LogicalCall with_next(const std::vector<LogicalCall>& calls, std::uint64_t seq) {
  for (const auto& [attempts] : calls) {
    const auto found = std::find_if(attempts.begin(), attempts.end(),
                                    [&](const auto* entry) { return entry->seq() == seq; });
    if (found == attempts.end()) continue;
    return {{found, attempts.end() - found > 2 ? found + 2 : attempts.end()}};
  }
  return {};
}

}  // namespace

RetryProfile& RetryProfile::Slack(Duration slack) {
  terms_.slack = slack;
  return *this;
}

RetryProfile& RetryProfile::JitterRequired() {
  terms_.jitter_required = true;
  return *this;
}

RetryProfile& RetryProfile::AtMost(unsigned attempts) {
  terms_.attempts = attempts;
  return *this;
}

std::string problem_with_retries(const Exchanges& exchanges, const RetryProfile& profile) {
  const auto entries = embedded::entries_of(exchanges);
  const auto calls = verdict::logical_calls(entries);
  const auto& terms = profile.terms();
  Judgement judgement;
  if (!has_retry(calls)) judgement.unclear("nobody tried again");
  verdict::check_attempts(calls, {1, terms.attempts}, judgement);
  verdict::check_backoff(calls, backoff_of(terms), judgement);
  return text_of(judgement);
}

std::string problem_with_hints(const Exchanges& exchanges) {
  const auto entries = embedded::entries_of(exchanges);
  Judgement judgement;
  verdict::check_hints(verdict::logical_calls(entries), {}, judgement);
  return text_of(judgement);
}

std::string problem_with_hint(const Exchange& exchange) {
  if (!exchange.facts) return "nothing is known of it";
  const auto& [entry, all] = *exchange.facts;
  if (!verdict::hint_of(entry)) return "its answer had no x-amz-retry-after";
  const auto calls = verdict::logical_calls(*all);
  const auto call = with_next(calls, exchange.seq);
  if (call.attempts.size() < 2) return {};
  Judgement judgement;
  verdict::check_hints({call}, {}, judgement);
  return text_of(judgement);
}

}  // namespace stunt
