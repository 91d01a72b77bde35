// SPDX-License-Identifier: MIT
#include "recorder/show/invocations.h"

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

ExchangeLine attempt(std::uint64_t seq, const std::string& invocation) {
  ExchangeLine line;
  line.seq = seq;
  line.sdk.invocation = invocation;
  return line;
}

/// "1,3 2" for the invocations of exchanges 1 and 3, and of 2.
class Heard {
 public:
  void add(std::uint64_t seq, const std::string& invocation = "") {
    invocations_.add(attempt(seq, invocation));
  }
  std::string finish() {
    invocations_.finish();
    return text_;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  Invocations invocations_{[this](const Invocations::Attempts& attempts) {
    if (!text_.empty()) text_ += " ";
    for (const auto& line : attempts) {
      text_ += (&line == &attempts.front() ? "" : ",") + std::to_string(line.seq);
    }
  }};
};

TEST(Invocations, PutAttemptsTogetherInTheOrderOfTheFirst) {
  Heard heard;
  heard.add(1, "a");
  heard.add(2, "b");
  heard.add(3, "a");
  heard.add(4);
  heard.add(5);
  heard.add(6, "b");
  EXPECT_EQ(heard.finish(), "1,3 2,6 4 5");
}

TEST(Invocations, WaitForSoManyAndNoMore) {
  Heard heard;
  heard.add(1, "a");
  for (std::uint64_t seq = 2; seq <= kAttemptsAhead; ++seq) heard.add(seq);
  EXPECT_EQ(heard.text(), "");
  heard.add(kAttemptsAhead + 1);
  EXPECT_EQ(heard.text(), "1");
  heard.add(kAttemptsAhead + 2, "a");  // an invocation of its own now
  EXPECT_EQ(heard.text(), "1 2");
}

}  // namespace
}  // namespace stunt::recorder
