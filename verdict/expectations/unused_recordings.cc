// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "verdict/judgement.h"
#include "verdict/kinds.h"

namespace stunt::verdict {
namespace {

constexpr std::size_t kMostTold = 10;

/// Every recorded answer was asked for.
class UnusedRecordings : public Expectation {
 public:
  UnusedRecordings(std::string name, bool fails) : Expectation(std::move(name)), fails_(fails) {}

  Finding judge(const Evidence& evidence) const override {
    if (!evidence.unused_recordings) {
      return {Status::inconclusive, name(), "nothing was replayed"};
    }
    const auto& unused = *evidence.unused_recordings;
    if (unused.empty()) return {Status::pass, name(), "every recorded answer was asked for"};
    // Their numbers are those of the recording, and no exchanges of this run.
    Finding finding{fails_ ? Status::fail : Status::pass, name(),
                    counted(unused.size(), "recorded answer") + " nobody asked for"};
    for (std::size_t i = 0; i < std::min(unused.size(), kMostTold); ++i) {
      const auto& one = unused[i];
      finding.details.push_back("recorded " + number(one.seq) + " " + one.operation +
                                (one.secret.empty() ? "" : " of " + one.secret));
    }
    if (unused.size() > kMostTold) {
      finding.details.push_back("and " + std::to_string(unused.size() - kMostTold) + " more");
    }
    return finding;
  }

  bool needs_all_calls() const override { return false; }

  aws::Json to_json() const override {
    return {{"name", name()}, {"unusedRecordings", fails_ ? "fail" : "warn"}};
  }

 private:
  const bool fails_;
};

}  // namespace

std::shared_ptr<const Expectation> read_unused_recordings(const Item& item) {
  static constexpr std::array<std::string_view, 2> kChoices = {"fail", "warn"};
  const auto chosen = item.settings.choice({kChoices});
  if (!chosen) return nullptr;
  return std::make_shared<UnusedRecordings>(item.name_or("every recorded answer is asked for"),
                                            *chosen == 0);
}

}  // namespace stunt::verdict
