// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "verdict/calls.h"
#include "verdict/fingerprint.h"
#include "verdict/kinds.h"
#include "verdict/near_miss.h"
#include "verdict/retry_checks.h"

namespace stunt::verdict {
namespace {

constexpr std::array<std::string_view, 6> kNames = {
    "of", "attempts", "backoff", "sameToken", "honoursRetryAfter", "quotaFingerprint"};

/// What is asked of the retries of a call.
struct Asked {
  Calls of{};
  std::optional<scenarios::Count> attempts{};
  std::optional<Backoff> backoff{};
  bool same_token = false;
  bool honours_retry_after = false;
  std::optional<Fingerprint> fingerprint{};

  bool nothing() const {
    return !attempts && !backoff && !same_token && !honours_retry_after && !fingerprint;
  }
};

/// Clients try again as they should.
class RetryExpectation : public Expectation {
 public:
  RetryExpectation(std::string name, Asked asked)
      : Expectation(std::move(name)), asked_(std::move(asked)) {}

  Finding judge(const Evidence& evidence) const override {
    Judgement judgement;
    const auto calls = calls_meant(evidence);
    if (calls.empty()) {
      judgement.unclear("no call to judge: none is " + describe(asked_.of));
      judgement.notes(tell(nearest_misses(asked_.of.match, evidence)));
      return judgement.finding(name(), "");
    }
    const auto backoff = asked_.backoff.value_or(Backoff());
    if (asked_.attempts) check_attempts(calls, *asked_.attempts, judgement);
    if (asked_.same_token) check_tokens(calls, judgement);
    if (asked_.honours_retry_after) check_hints(calls, backoff, judgement);
    if (asked_.fingerprint) asked_.fingerprint->check(calls, judgement);
    if (asked_.backoff) check_backoff(calls, backoff, judgement);
    std::size_t retries = 0;
    for (const auto& call : calls) retries += call.attempts.size() - 1;
    return judgement.finding(name(), counted(calls.size(), "call") + " with " +
                                         std::to_string(retries) +
                                         (retries == 1 ? " retry" : " retries"));
  }

  aws::Json to_json() const override {
    aws::Json retry = {{"of", asked_.of.written}};
    if (asked_.attempts) retry["attempts"] = scenarios::to_json(*asked_.attempts);
    if (asked_.backoff) retry["backoff"] = verdict::to_json(*asked_.backoff);
    if (asked_.same_token) retry["sameToken"] = true;
    if (asked_.honours_retry_after) retry["honoursRetryAfter"] = true;
    if (asked_.fingerprint) retry["quotaFingerprint"] = verdict::to_json(*asked_.fingerprint);
    return {{"name", name()}, {"retry", std::move(retry)}};
  }

 private:
  /// One attempt that is meant means the whole call: its other attempts end otherwise.
  LogicalCalls calls_meant(const Evidence& evidence) const {
    auto calls = logical_calls(evidence.journal.entries);
    std::erase_if(calls, [&](const LogicalCall& call) {
      return std::none_of(call.attempts.begin(), call.attempts.end(), [&](const Entry* entry) {
        return meets(asked_.of.match, *entry, evidence.board);
      });
    });
    return calls;
  }

  const Asked asked_;
};

bool flag(const input::Object& object, std::string_view name) {
  const auto value = object.find(name);
  return value && value->boolean().value_or(false);
}

}  // namespace

std::shared_ptr<const Expectation> read_retry(const Item& item) {
  const auto object = item.settings.object({kNames});
  if (!object) return nullptr;
  Asked asked;
  if (const auto of = object->require("of")) asked.of = read_calls(*of, item.service);
  if (const auto attempts = object->find("attempts"))
    asked.attempts = scenarios::read_count(*attempts);
  if (const auto backoff = object->find("backoff")) asked.backoff = read_backoff(*backoff);
  asked.same_token = flag(*object, "sameToken");
  asked.honours_retry_after = flag(*object, "honoursRetryAfter");
  if (const auto fingerprint = object->find("quotaFingerprint")) {
    asked.fingerprint = read_fingerprint(*fingerprint);
  }
  if (asked.nothing()) {
    item.settings.wrong("nothing is expected of the retries",
                        "add one of: attempts, backoff, sameToken, honoursRetryAfter, "
                        "quotaFingerprint");
  }
  auto name = item.name_or("retries of " + describe(asked.of));
  return std::make_shared<RetryExpectation>(std::move(name), std::move(asked));
}

}  // namespace stunt::verdict
