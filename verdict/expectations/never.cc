// SPDX-License-Identifier: MIT
#include "verdict/calls.h"
#include "verdict/judgement.h"
#include "verdict/kinds.h"

namespace stunt::verdict {
namespace {

/// No call of that kind arrives.
class Never : public Expectation {
 public:
  Never(std::string name, Calls calls) : Expectation(std::move(name)), calls_(std::move(calls)) {}

  Finding judge(const Evidence& evidence) const override {
    Judgement judgement;
    const auto [seqs, open] = met(calls_, evidence);
    const auto what = describe(calls_);
    if (!seqs.empty()) {
      judgement.wrong(counted(seqs.size(), "call") + " arrived, expected none: " + what, seqs);
    }
    if (!open.empty()) {
      judgement.unclear("a call is still in flight that may become one: " + what, open);
    }
    return judgement.finding(name(), "no call arrived: " + what);
  }

  /// One that was seen is enough. That none was says nothing of those that are gone.
  bool needs_all_calls() const override { return false; }

  aws::Json to_json() const override { return {{"name", name()}, {"never", calls_.written}}; }

 private:
  const Calls calls_;
};

}  // namespace

std::shared_ptr<const Expectation> read_never(const Item& item) {
  auto calls = read_calls(item.settings, item.service);
  auto name = item.name_or("never " + describe(calls));
  return std::make_shared<Never>(std::move(name), std::move(calls));
}

}  // namespace stunt::verdict
