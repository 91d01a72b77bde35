// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "stunt/calls.h"
#include "stunt/scope.h"

namespace stunt {

/// What EXPECT_CALLS() expects of a whole test: at least one such call, unless it says otherwise.
class CallExpectation {
 public:
  CallExpectation(const char* file, int line, Calls calls, std::shared_ptr<const void> sequence)
      : file_(file), line_(line), calls_(std::move(calls)), sequence_(std::move(sequence)) {}

  /// As GoogleMock's: Exactly(2), AtLeast(1), Between(2, 3), AtMost(1), or a number.
  CallExpectation& Times(testing::Cardinality times) {
    times_ = std::move(times);
    return *this;
  }
  CallExpectation& Times(int times) { return Times(testing::Exactly(times)); }

  CallExpectation& WithBody(const std::string& json) {
    calls_.WithBody(json);
    return *this;
  }

  const char* file() const { return file_; }
  int line() const { return line_; }
  const Calls& calls() const { return calls_; }
  const testing::Cardinality& times() const { return times_; }

  /// Those that have the same one are to be met one after another; null: it has none.
  const std::shared_ptr<const void>& sequence() const { return sequence_; }

 private:
  const char* file_;
  int line_;
  Calls calls_;
  std::shared_ptr<const void> sequence_;
  testing::Cardinality times_ = testing::AtLeast(1);
};

/// While it lives, what its thread expects by EXPECT_CALLS() is expected in that order of arrival,
/// as testing::InSequence has it: once calls have come for the next one, none may come for those
/// before. One within another belongs to it.
class InSequence {
 public:
  InSequence();
  ~InSequence();

  InSequence(const InSequence&) = delete;
  InSequence& operator=(const InSequence&) = delete;

  /// The sequence of this thread by now; null if there is none.
  static std::shared_ptr<const void> current();

 private:
  bool is_outermost_;
};

/// Judges all of a test. What is wrong is added to it as failures, at the lines of the
/// expectations; `epilogue` stands behind each.
void judge(const std::vector<std::unique_ptr<CallExpectation>>& expectations, const Scope& scope,
           const std::string& epilogue);

}  // namespace stunt
