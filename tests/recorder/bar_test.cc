// SPDX-License-Identifier: MIT
#include "recorder/show/bar.h"

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;

constexpr Axis kTenSeconds{0s, 10s, 10};

std::string ascii(world::Duration began, const ExchangeLine::Spans& spans,
                  std::optional<world::Duration> waited_since = std::nullopt) {
  return drawn(bar(kTenSeconds, began, spans, waited_since), false, false);
}

TEST(Bar, ShowsWhatTimeWasSpentWith) {
  EXPECT_EQ(ascii(1s, {.queue = 2s, .engine = 1s, .injected = 3s, .write = 1s}), " --#~~~=~");
  EXPECT_EQ(ascii(0s, {.engine = 10s}), "##########");
}

TEST(Bar, IsSeenHoweverShort) {
  EXPECT_EQ(ascii(5s, {}), "     #");
  EXPECT_EQ(ascii(5s, {.engine = 1us, .injected = 2us}), "     ~");
  EXPECT_EQ(ascii(10s, {.engine = 1us}), "         #");
}

TEST(Bar, ShowsHowLongAClientWaitedToTryAgain) {
  EXPECT_EQ(ascii(6s, {.engine = 1us}, 2s), "  ....#");
  EXPECT_EQ(ascii(2s, {.engine = 1us}, 4s), "  #");
}

TEST(Bar, IsColoredByRuns) {
  const auto parts = bar(kTenSeconds, 0s, {.engine = 2s, .injected = 1s}, std::nullopt);
  EXPECT_EQ(drawn(parts, true, true), "\x1b[32m██\x1b[0m\x1b[33m▒\x1b[0m\x1b[32m█\x1b[0m");
}

TEST(Axis, PutsMomentsOutsideOnItsEnds) {
  EXPECT_EQ(kTenSeconds.column_of(-5s), 0u);
  EXPECT_EQ(kTenSeconds.column_of(99s), 9u);
  EXPECT_EQ((Axis{3s, 3s, 7}.column_of(3s)), 0u);
}

TEST(Legend, NamesEveryCharacter) {
  EXPECT_EQ(bar_legend(false, false), ". client waits  - queue  # engine  ~ injected  = write");
}

}  // namespace
}  // namespace stunt::recorder
