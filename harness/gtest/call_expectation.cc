// SPDX-License-Identifier: MIT
#include "stunt/call_expectation.h"

#include <map>
#include <sstream>
#include <stdexcept>

#include "harness/embedded/facts.h"
#include "harness/embedded/judge_calls.h"

namespace stunt {
namespace {

thread_local std::shared_ptr<const void> current_sequence;

embedded::Expected read(const CallExpectation& expectation) {
  const auto& times = expectation.times();
  std::ostringstream text;
  times.DescribeTo(&text);
  return {embedded::read_calls(expectation.calls(), "EXPECT_CALLS()"),
          [times](int count) { return times.IsSatisfiedByCallCount(count); },
          [times](int count) { return times.IsSaturatedByCallCount(count); }, text.str()};
}

/// Stands for one whose conditions are wrong, and asks for nothing more.
embedded::Expected content() {
  return {{}, [](int) { return true; }, [](int) { return true; }, ""};
}

}  // namespace

InSequence::InSequence() : is_outermost_(!current_sequence) {
  if (is_outermost_) current_sequence = std::make_shared<int>();
}

InSequence::~InSequence() {
  if (is_outermost_) current_sequence = nullptr;
}

std::shared_ptr<const void> InSequence::current() { return current_sequence; }

void judge(const std::vector<std::unique_ptr<CallExpectation>>& expectations, const Scope& scope,
           const std::string& epilogue) {
  if (expectations.empty()) return;
  const auto fail = [&](const CallExpectation& expectation, const std::string& problem) {
    if (problem.empty()) return;
    ADD_FAILURE_AT(expectation.file(), expectation.line()) << problem << epilogue;
  };
  const auto evidence = embedded::evidence_of(scope);
  std::vector<embedded::Expected> all;
  all.reserve(expectations.size());
  std::map<std::shared_ptr<const void>, std::vector<std::size_t>> sequences;
  for (const auto& expectation : expectations) {
    try {
      all.push_back(read(*expectation));
      if (expectation->sequence()) sequences[expectation->sequence()].push_back(all.size() - 1);
    } catch (const std::invalid_argument& wrong) {
      fail(*expectation, wrong.what() + std::string("\n"));
      all.push_back(content());
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& one = *expectations[i];
    if (!one.sequence()) fail(one, embedded::judge_count(evidence, all[i]));
  }
  for (const auto& [sequence, members] : sequences) {
    std::vector<const embedded::Expected*> expected;
    for (const auto at : members) expected.push_back(&all[at]);
    fail(*expectations[members.front()], embedded::judge_sequence(evidence, expected));
  }
}

}  // namespace stunt
