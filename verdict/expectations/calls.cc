// SPDX-License-Identifier: MIT
#include "verdict/calls.h"

#include "scenarios/count.h"
#include "verdict/judgement.h"
#include "verdict/kinds.h"
#include "verdict/near_miss.h"

namespace stunt::verdict {
namespace {

/// So many calls of that kind arrive.
class CallsExpectation : public Expectation {
 public:
  CallsExpectation(std::string name, Calls calls, scenarios::Count count)
      : Expectation(std::move(name)), calls_(std::move(calls)), count_(count) {}

  Finding judge(const Evidence& evidence) const override {
    Judgement judgement;
    auto [seqs, open] = met(calls_, evidence);
    const auto text = counted(seqs.size(), "call") + " arrived, expected " + to_string(count_) +
                      ": " + describe(calls_);
    if (!count_.includes(seqs.size())) {
      const bool too_few = seqs.size() < count_.at_least;
      if (too_few && seqs.size() + open.size() >= count_.at_least) {
        judgement.unclear(text + "; others are still in flight", open);
      } else if (too_few) {
        const auto misses = nearest_misses(calls_.match, evidence);
        for (const auto& miss : misses) seqs.push_back(miss.seq);
        judgement.wrong(text, seqs);
        judgement.notes(tell(misses));
      } else {
        judgement.wrong(text, seqs);
      }
    }
    return judgement.finding(name(), text);
  }

  aws::Json to_json() const override {
    return {{"name", name()}, {"calls", calls_.written}, {"count", scenarios::to_json(count_)}};
  }

 private:
  const Calls calls_;
  const scenarios::Count count_;
};

}  // namespace

std::shared_ptr<const Expectation> read_calls_kind(const Item& item) {
  auto calls = read_calls(item.settings, item.service);
  scenarios::Count count;
  if (const auto written = item.whole.find("count")) {
    if (const auto read = scenarios::read_count(*written)) count = *read;
  }
  auto name = item.name_or(describe(calls) + ": " + to_string(count));
  return std::make_shared<CallsExpectation>(std::move(name), std::move(calls), count);
}

}  // namespace stunt::verdict
