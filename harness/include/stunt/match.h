// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "stunt/calls.h"
#include "stunt/exchange.h"
#include "stunt/retries.h"
#include "stunt/secret.h"

/// GoogleMock matchers of calls, transcripts and secrets. What they print never shows the value of
/// a secret.
namespace stunt::match {

// Of an Exchange; also as conditions of On(), EXPECT_CALLS(), Transcript() and Await().
using stunt::AccessKeyId;
using stunt::Attempt;
using stunt::Ended;
using stunt::HasBody;
using stunt::Header;
using stunt::Op;
using stunt::SecretId;

/// A matcher that says what is wrong.
template <typename Value>
class Judging {
 public:
  /// Answers what is wrong; empty if nothing is.
  using Judge = std::function<std::string(const Value&)>;

  Judging(std::string is, std::string is_not, Judge judge)
      : is_(std::move(is)), is_not_(std::move(is_not)), judge_(std::move(judge)) {}

  using is_gtest_matcher = void;
  bool MatchAndExplain(const Value& value, std::ostream* explanation) const {
    const auto problem = judge_(value);
    if (explanation) *explanation << problem;
    return problem.empty();
  }
  void DescribeTo(std::ostream* out) const { *out << is_; }
  void DescribeNegationTo(std::ostream* out) const { *out << is_not_; }

 private:
  std::string is_, is_not_;
  Judge judge_;
};

/// All calls of a transcript, at least one, have the same idempotency token.
Judging<Exchanges> SameToken();

/// All calls of a transcript, at least one, say that they are attempts of one and the same call.
Judging<Exchanges> SameInvocation();

/// The calls of a transcript, in order of arrival, say that they are these attempts.
Judging<Exchanges> AttemptsAre(std::vector<unsigned> attempts);
template <typename... More>
Judging<Exchanges> AttemptsAre(unsigned first, More... more) {
  return AttemptsAre(std::vector<unsigned>{first, static_cast<unsigned>(more)...});
}

/// The retries in a transcript, at least one, come as the profile says.
Judging<Exchanges> RetriesFollow(const RetryProfile& profile);

/// Of a call: its answer had an x-amz-retry-after, and the next attempt, if there was one, did not
/// come before. Of a transcript: so it was wherever somebody tried again, at least once.
class HonoursRetryAfter {
 public:
  using is_gtest_matcher = void;
  bool MatchAndExplain(const Exchange& exchange, std::ostream* explanation) const;
  bool MatchAndExplain(const Exchanges& exchanges, std::ostream* explanation) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;
};

/// The versions of a secret, those without labels too, match.
template <typename Inner>
testing::Matcher<const Secret&> HasVersions(const Inner& inner) {
  return testing::Field("versions", &Secret::versions, inner);
}

/// These labels, and no others, stand at the versions of a secret, each at one.
Judging<Secret> HasStages(std::vector<std::string> stages);
template <typename... More>
Judging<Secret> HasStages(const std::string& first, const More&... more) {
  return HasStages(std::vector<std::string>{first, std::string(more)...});
}

/// The SecretString of AWSCURRENT is this. Neither is shown.
Judging<Secret> HasValue(const std::string& value);

/// There is such a secret, and it is not deleted.
Judging<Secret> Exists();

}  // namespace stunt::match
