// SPDX-License-Identifier: MIT
#include "recorder/transcript/digest.h"

#include <gtest/gtest.h>

#include "tape.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using test::Act;

Act put(const char* secret, const char* value) {
  return Act("PutSecretValue", {{"SecretId", secret}, {"SecretString", value}});
}

std::string digest_of(test::Tape& tape) { return tape.transcript().footer->digest; }

TEST(Digest, DoesNotDependOnTheOrderOfCompletion) {
  test::Tape one, two;
  one.add(put("a", "x").seq(1), true).add(put("b", "y").seq(2), true);
  two.add(put("b", "y").seq(2), true).add(put("a", "x").seq(1), true);
  EXPECT_EQ(digest_of(one), digest_of(two));
}

TEST(Digest, DoesNotDependOnWhenAndHow) {
  test::Tape one, two;
  one.add(put("a", "x").attempt("i1", 1).header("Host", "localhost:1"));
  two.add(put("a", "z")
              .attempt("i2", 1)
              .took(7ms, 0ms)
              .header("Host", "localhost:2")
              .header("X-Amz-Date", "20270101T000000Z"));
  EXPECT_EQ(digest_of(one), digest_of(two));
}

TEST(Digest, DependsOnWhatWasAskedAndAnswered) {
  test::Tape one, two, three, four;
  one.add(put("a", "x"));
  two.add(put("b", "x"));
  three.add(put("a", "x").answer(500, {{"__type", "InternalServiceError"}}));
  four.add(put("a", "x")).add(put("a", "x"));
  const auto digest = digest_of(one);
  EXPECT_NE(digest_of(two), digest);
  EXPECT_NE(digest_of(three), digest);
  EXPECT_NE(digest_of(four), digest);
}

TEST(Digest, OfNothingIsThatOfNothing) {
  EXPECT_EQ(Digest().value(), Digest().value());
  EXPECT_TRUE(Digest().value().starts_with("sha256:"));
}

}  // namespace
}  // namespace stunt::recorder
