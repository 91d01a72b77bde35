// SPDX-License-Identifier: MIT
#include "verdict/retry_checks.h"

#include <algorithm>

#include "verdict/jitter.h"
#include "verdict/near_miss.h"
#include "world/told.h"

namespace stunt::verdict {
namespace {

using Profile = Backoff::Profile;

/// A retry, the attempt before it, and the wait between them.
struct Retry {
  unsigned number;  ///< 1 for the first
  const Entry* before;
  const Entry* entry;
  world::Duration gap;

  Judgement::Seqs seqs() const { return {before->seq(), entry->seq()}; }
  std::string text() const {
    return "retry " + std::to_string(number) + " of " + describe(entry->call()) + " (" +
           verdict::number(entry->seq()) + ") came " + world::told(gap) + " after the answer to " +
           verdict::number(before->seq());
  }
};

std::vector<Retry> retries_of(const LogicalCalls& calls) {
  std::vector<Retry> retries;
  for (const auto& [attempts] : calls) {
    for (std::size_t i = 1; i < attempts.size(); ++i) {
      const auto gap = gap_between(*attempts[i - 1], *attempts[i]);
      if (!gap) continue;
      retries.push_back({static_cast<unsigned>(i), attempts[i - 1], attempts[i], *gap});
    }
  }
  return retries;
}

void check_jitter(const std::vector<Wait>& waits, const Backoff& backoff, Judgement& judgement) {
  if (waits.size() < kFewestWaits) {
    judgement.unclear("jitter cannot be judged: " + counted(waits.size(), "wait") +
                      ", and it takes " + std::to_string(kFewestWaits));
    return;
  }
  const auto spread = spread_of(waits, backoff.slack);
  if (spread.is_even()) return;
  const auto percent = [](double part) {
    return std::to_string(static_cast<int>(part * 100 + 0.5)) + "%";
  };
  judgement.wrong("the waits have no even jitter: over " + counted(waits.size(), "wait") +
                  " they are " + percent(spread.distance) +
                  " away from an even spread, which exceeds " + percent(spread.limit) +
                  " once in 1000 times");
}

std::string_view token_of(const Entry& entry) {
  const auto& call = entry.call();
  return call.model ? aws::text_member(call.body, call.model->token) : std::string_view();
}

bool has_token(const LogicalCall& call) {
  const auto* model = call.attempts.front()->call().model;
  return model && !model->token.empty();
}

}  // namespace

void check_attempts(const LogicalCalls& calls, const scenarios::Count& attempts,
                    Judgement& judgement) {
  for (const auto& call : calls) {
    const auto tried = call.attempts.size();
    if (attempts.includes(tried)) continue;
    const auto text = describe(call.attempts.front()->call()) + " (" +
                      number(call.attempts.front()->seq()) + ") was tried " +
                      counted(tried, "time") + ", expected " + to_string(attempts);
    if (tried < attempts.at_least && call.is_open()) {
      judgement.unclear(text + "; it is still in flight", call.seqs());
    } else {
      judgement.wrong(text, call.seqs());
    }
  }
}

void check_backoff(const LogicalCalls& calls, const Backoff& backoff, Judgement& judgement) {
  std::vector<Wait> waits;
  for (const auto& retry : retries_of(calls)) {
    const auto bounds = bounds_of(backoff, retry.number, *retry.before);
    if (retry.gap < bounds.lower) {
      judgement.wrong(retry.text() + ", expected at least " + world::told(bounds.lower),
                      retry.seqs());
    }
    if (bounds.upper && retry.gap > *bounds.upper + backoff.slack) {
      judgement.wrong(retry.text() + ", expected at most " + world::told(*bounds.upper) + " and " +
                          world::told(backoff.slack) + " of slack",
                      retry.seqs());
    }
    if (bounds.by_hint || !bounds.upper || *bounds.upper <= bounds.lower) continue;
    waits.push_back(
        {std::max(retry.gap - bounds.lower, world::Duration(0)), *bounds.upper - bounds.lower});
  }
  if (backoff.jitter_required) check_jitter(waits, backoff, judgement);
}

void check_tokens(const LogicalCalls& calls, Judgement& judgement) {
  bool any = false;
  for (const auto& call : calls) {
    const auto& first = *call.attempts.front();
    const auto what = describe(first.call()) + " (" + number(first.seq()) + ")";
    if (first.call().sdk.attempt > 1) {
      any = true;
      judgement.wrong(what + " is attempt " + std::to_string(first.call().sdk.attempt) +
                          " of a call that nobody made before: its invocation id is another",
                      {first.seq()});
    }
    if (!has_token(call) || call.attempts.size() < 2) continue;
    any = true;
    const bool same =
        std::all_of(call.attempts.begin(), call.attempts.end(),
                    [&](const Entry* entry) { return token_of(*entry) == token_of(first); });
    if (!same) {
      judgement.wrong(
          what + " was tried again with another " + std::string(first.call().model->token),
          call.seqs());
    }
  }
  if (!any) judgement.unclear("no call with an idempotency token was tried again");
}

void check_hints(const LogicalCalls& calls, const Backoff& backoff, Judgement& judgement) {
  bool any = false;
  const bool is_2_1 = backoff.profile == Profile::standard_2_1;
  for (const auto& retry : retries_of(calls)) {
    const auto hint = hint_of(*retry.before);
    if (!hint) continue;
    any = true;
    const auto least = is_2_1 ? std::min(*hint, kHintSlack) : *hint;
    if (retry.gap < least) {
      judgement.wrong(retry.text() + ", whose x-amz-retry-after was " + world::told(*hint),
                      retry.seqs());
    }
    if (is_2_1 && retry.gap > *hint + kHintSlack + backoff.slack) {
      judgement.wrong(retry.text() + ", more than 5 s later than its x-amz-retry-after of " +
                          world::told(*hint),
                      retry.seqs());
    }
  }
  if (!any) judgement.unclear("nobody came back after an answer with x-amz-retry-after");
}

}  // namespace stunt::verdict
