// SPDX-License-Identifier: MIT
#include "stunt/match.h"

#include <algorithm>
#include <sstream>

namespace stunt::match {
namespace {

constexpr const char* kNoCalls = "there are no calls";

std::string numbers(const std::vector<unsigned>& list) {
  std::string text;
  for (const auto number : list) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text.empty() ? "none" : text;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& item : list) text += (text.empty() ? "" : ", ") + item;
  return text.empty() ? "none" : text;
}

/// The first call that differs from the first of all in what is asked for.
template <typename Ask>
std::string difference(const Exchanges& exchanges, Ask ask) {
  const auto& first = exchanges.front();
  for (const auto& exchange : exchanges) {
    if (ask(exchange) == ask(first)) continue;
    std::ostringstream text;
    text << "#" << first.seq << " has " << ask(first) << ", #" << exchange.seq << " has "
         << ask(exchange);
    return text.str();
  }
  return {};
}

}  // namespace

Judging<Exchanges> SameToken() {
  return {"are calls with the same idempotency token",
          "are calls with different idempotency tokens, or none", [](const Exchanges& exchanges) {
            if (exchanges.empty()) return std::string(kNoCalls);
            const auto& first = exchanges.front();
            if (!first.token.is_given()) return "#" + std::to_string(first.seq) + " has no token";
            return difference(exchanges, [](const Exchange& one) { return one.token; });
          }};
}

Judging<Exchanges> SameInvocation() {
  return {"are attempts of the same call", "are attempts of different calls, or say nothing of it",
          [](const Exchanges& exchanges) {
            if (exchanges.empty()) return std::string(kNoCalls);
            const auto& first = exchanges.front();
            if (first.invocation.empty()) {
              return "#" + std::to_string(first.seq) + " has no amz-sdk-invocation-id";
            }
            return difference(exchanges,
                              [](const Exchange& one) { return "invocation " + one.invocation; });
          }};
}

Judging<Exchanges> AttemptsAre(std::vector<unsigned> attempts) {
  const auto expected = numbers(attempts);
  return {"are the attempts " + expected, "are not the attempts " + expected,
          [attempts = std::move(attempts)](const Exchanges& exchanges) {
            std::vector<unsigned> came;
            for (const auto& exchange : exchanges) came.push_back(exchange.attempt);
            return came == attempts ? std::string() : "they are the attempts " + numbers(came);
          }};
}

Judging<Exchanges> RetriesFollow(const RetryProfile& profile) {
  const auto& terms = profile.terms();
  const std::string name =
      std::string("AWS's standard mode ") +
      (terms.kind == RetryProfile::Kind::standard_2_0 ? "2.0" : "2.1") + ", with " +
      std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(terms.slack).count()) +
      " ms of slack";
  return {"have retries as in " + name, "have retries other than in " + name,
          [profile](const Exchanges& exchanges) {
            return exchanges.empty() ? kNoCalls : problem_with_retries(exchanges, profile);
          }};
}

bool HonoursRetryAfter::MatchAndExplain(const Exchange& exchange, std::ostream* explanation) const {
  const auto problem = problem_with_hint(exchange);
  if (explanation) *explanation << problem;
  return problem.empty();
}

bool HonoursRetryAfter::MatchAndExplain(const Exchanges& exchanges,
                                        std::ostream* explanation) const {
  const auto problem = exchanges.empty() ? kNoCalls : problem_with_hints(exchanges);
  if (explanation) *explanation << problem;
  return problem.empty();
}

void HonoursRetryAfter::DescribeTo(std::ostream* out) const {
  *out << "is tried again no earlier than x-amz-retry-after says";
}

void HonoursRetryAfter::DescribeNegationTo(std::ostream* out) const {
  *out << "is tried again earlier than x-amz-retry-after says";
}

Judging<Secret> HasStages(std::vector<std::string> stages) {
  std::sort(stages.begin(), stages.end());
  const auto expected = joined(stages);
  return {"has the labels " + expected, "has not the labels " + expected,
          [stages = std::move(stages)](const Secret& secret) {
            std::vector<std::string> there;
            for (const auto& version : secret.versions) {
              there.insert(there.end(), version.stages.begin(), version.stages.end());
            }
            std::sort(there.begin(), there.end());
            return there == stages ? std::string() : "its labels are " + joined(there);
          }};
}

Judging<Secret> HasValue(const std::string& value) {
  return {"has the value that is expected", "has not the value that was given",
          [value](const Secret& secret) {
            return secret.value == value ? std::string() : std::string("its value is another");
          }};
}

Judging<Secret> Exists() {
  return {"exists", "does not exist", [](const Secret& secret) {
            if (!secret.exists) return std::string("there is none of that name");
            return secret.deleted ? std::string("it is deleted") : std::string();
          }};
}

}  // namespace stunt::match
