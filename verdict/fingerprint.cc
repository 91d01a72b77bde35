// SPDX-License-Identifier: MIT
#include "verdict/fingerprint.h"

#include <algorithm>

#include "scenarios/count.h"

namespace stunt::verdict {
namespace {

constexpr std::size_t kMostRuns = 100;

std::optional<Fingerprint::Run> read_run(const input::Value& value, bool is_last) {
  const auto numbers = value.items();
  if (numbers.empty() || numbers.size() > 2 || (numbers.size() == 1 && !is_last)) {
    value.wrong("a run is [attempts, calls]; the last one may be [attempts]",
                "write for example [[3, 17], [2, 1], [1]]");
    return std::nullopt;
  }
  const auto attempts = numbers[0].natural(1, 1000);
  if (!attempts) return std::nullopt;
  if (numbers.size() == 1) return Fingerprint::Run{*attempts, std::nullopt};
  const auto calls = numbers[1].natural(1, scenarios::Count::kMost);
  if (!calls) return std::nullopt;
  return Fingerprint::Run{*attempts, calls};
}

/// The runs that there were.
Fingerprint observed(const std::vector<LogicalCall>& calls) {
  Fingerprint seen;
  for (const auto& call : calls) {
    const std::uint64_t attempts = call.attempts.size();
    if (seen.runs.empty() || seen.runs.back().attempts != attempts) {
      seen.runs.push_back({attempts, 0});
    }
    ++*seen.runs.back().calls;
  }
  return seen;
}

}  // namespace

void Fingerprint::check(const std::vector<LogicalCall>& calls, Judgement& judgement) const {
  const auto expected =
      " attempts per call, expected " + to_string(*this) + " and saw " + to_string(observed(calls));
  std::size_t run = 0;
  std::uint64_t done = 0;  // calls of this run
  for (std::size_t i = 0; i < calls.size(); ++i) {
    if (run < runs.size() && runs[run].calls && done == *runs[run].calls) ++run, done = 0;
    if (run == runs.size()) {
      judgement.wrong("call " + std::to_string(i + 1) + " is one too many:" + expected,
                      calls[i].seqs());
      return;
    }
    const auto wanted = runs[run].attempts;
    if (calls[i].is_open() && calls[i].attempts.size() < wanted) {
      judgement.unclear("call " + std::to_string(i + 1) + " is still in flight", calls[i].seqs());
      return;
    }
    if (calls[i].attempts.size() != wanted) {
      judgement.wrong("call " + std::to_string(i + 1) + " was tried " +
                          counted(calls[i].attempts.size(), "time") + " and not " +
                          std::to_string(wanted) + ":" + expected,
                      calls[i].seqs());
      return;
    }
    ++done;
  }
  const bool is_last = run + 1 == runs.size();
  const bool complete = is_last && (runs[run].calls ? done == *runs[run].calls : done > 0);
  if (!complete) judgement.unclear("too few calls to tell:" + expected);
}

std::string to_string(const Fingerprint& fingerprint) {
  std::string text;
  for (const auto& run : fingerprint.runs) {
    if (!text.empty()) text += run.calls ? ", " : ", then ";
    text += std::to_string(run.attempts);
    if (run.calls) text += "×" + std::to_string(*run.calls);
  }
  return text;
}

std::optional<Fingerprint> read_fingerprint(const input::Value& value) {
  const auto items = value.items();
  if (items.empty() || items.size() > kMostRuns) {
    value.wrong("a fingerprint has 1 to " + std::to_string(kMostRuns) + " runs",
                "write for example [[3, 17], [2, 1], [1]]");
    return std::nullopt;
  }
  Fingerprint fingerprint;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto run = read_run(items[i], i + 1 == items.size());
    if (!run) return std::nullopt;
    if (i > 0 && run->attempts == fingerprint.runs.back().attempts) {
      items[i].wrong("two runs with equally many attempts are one", "add their calls");
      return std::nullopt;
    }
    fingerprint.runs.push_back(*run);
  }
  return fingerprint;
}

aws::Json to_json(const Fingerprint& fingerprint) {
  aws::Json json = aws::Json::array();
  for (const auto& run : fingerprint.runs) {
    json.push_back(run.calls ? aws::Json::array({run.attempts, *run.calls})
                             : aws::Json::array({run.attempts}));
  }
  return json;
}

}  // namespace stunt::verdict
