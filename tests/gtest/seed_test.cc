// SPDX-License-Identifier: MIT
#include "harness/gtest/seed.h"

#include <cstdlib>
#include <stdexcept>

#include <gmock/gmock.h>

#include "harness/gtest/source_folder.h"

namespace stunt {
namespace {

using testing::HasSubstr;

/// STUNT_SEED and --gtest_random_seed as they are for one test.
class Seed : public testing::Test {
 protected:
  Seed() {
    if (const char* before = std::getenv("STUNT_SEED")) before_ = before;
    ::unsetenv("STUNT_SEED");
    GTEST_FLAG_SET(random_seed, 0);
  }
  ~Seed() override {
    ::unsetenv("STUNT_SEED");
    if (before_) ::setenv("STUNT_SEED", before_->c_str(), 1);
    GTEST_FLAG_SET(random_seed, flag_);
  }

 private:
  std::optional<std::string> before_;
  const std::int32_t flag_ = GTEST_FLAG_GET(random_seed);
};

TEST_F(Seed, IsTheVariablesAndThenTheFlags) {
  EXPECT_EQ(wanted_seed(), std::nullopt);
  GTEST_FLAG_SET(random_seed, 5);
  EXPECT_EQ(wanted_seed(), 5u);
  ::setenv("STUNT_SEED", "18446744073709551615", 1);
  EXPECT_EQ(wanted_seed(), 18446744073709551615u);
}

TEST_F(Seed, ThatIsNoNumberIsTold) {
  for (const char* text : {"x", "1x", "-1", "18446744073709551616"}) {
    ::setenv("STUNT_SEED", text, 1);
    EXPECT_THROW(wanted_seed(), std::invalid_argument) << text;
  }
}

TEST_F(Seed, IsTakenAlongToRunAgain) {
  EXPECT_THAT(again(7), HasSubstr("STUNT_SEED=7 and --gtest_filter=Seed.IsTakenAlongToRunAgain"));
}

TEST(SourceFolder, IsFoundFromWhereverTheProgramRuns) {
  EXPECT_EQ(folder_of("/a/b/c.cc"), "/a/b");
  EXPECT_TRUE(folder_of(__FILE__).is_absolute()) << folder_of(__FILE__);
  EXPECT_EQ(folder_of("no/such/file.cc"), "no/such");
}

}  // namespace
}  // namespace stunt
