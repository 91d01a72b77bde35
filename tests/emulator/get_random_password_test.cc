// SPDX-License-Identifier: MIT
#include <map>

#include <gmock/gmock.h>

#include "emulator/password.h"
#include "service.h"
#include "world/random.h"

namespace stunt::test {
namespace {

constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kPunctuation = R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)";

bool has_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

class GetRandomPassword : public Emulator {
 protected:
  Heard ask(const Json& body = Json::object()) { return service.call("GetRandomPassword", body); }
  std::string password(const Json& body = Json::object()) {
    return ask(body)["RandomPassword"].get<std::string>();
  }
};

TEST_F(GetRandomPassword, HasThirtyTwoCharactersOfFourTypes) {
  for (int i = 0; i < 100; ++i) {
    const auto given = password();
    EXPECT_EQ(given.size(), 32u);
    for (const auto type : {kLower, kUpper, kDigits, kPunctuation}) {
      EXPECT_TRUE(has_any(given, type)) << given;
    }
    EXPECT_FALSE(has_any(given, " ")) << given;
  }
}

TEST_F(GetRandomPassword, TellsNothingElse) { EXPECT_EQ(ask().body.size(), 1u); }

TEST_F(GetRandomPassword, HasExactlyTheLengthThatIsAskedFor) {
  for (const int length : {4, 5, 120, 4096}) {
    EXPECT_EQ(password({{"PasswordLength", length}, {"ExcludeCharacters", "abcXYZ012!"}}).size(),
              static_cast<std::size_t>(length));
  }
  EXPECT_EQ(password({{"PasswordLength", 1}, {"RequireEachIncludedType", false}}).size(), 1u);
}

TEST_F(GetRandomPassword, LeavesOutTypes) {
  for (const auto& [member, type] : {std::pair("ExcludeLowercase", kLower),
                                     {"ExcludeUppercase", kUpper},
                                     {"ExcludeNumbers", kDigits},
                                     {"ExcludePunctuation", kPunctuation}}) {
    EXPECT_FALSE(has_any(password({{"PasswordLength", 500}, {member, true}}), type)) << member;
  }
}

TEST_F(GetRandomPassword, LeavesOutCharactersOfEveryType) {
  constexpr std::string_view kExcluded = "a-f^\\]Z9 ";
  EXPECT_FALSE(has_any(password({{"PasswordLength", 4096},
                                 {"ExcludeCharacters", kExcluded},
                                 {"IncludeSpace", true},
                                 {"RequireEachIncludedType", false}}),
                       kExcluded));
}

TEST_F(GetRandomPassword, HasASpaceIfItIsIncluded) {
  for (int i = 0; i < 50; ++i) {
    EXPECT_TRUE(has_any(password({{"PasswordLength", 5}, {"IncludeSpace", true}}), " "));
  }
}

TEST_F(GetRandomPassword, HasOneOfEachTypeEvenIfItIsAsShortAsThat) {
  const auto given =
      password({{"PasswordLength", 5}, {"IncludeSpace", true}, {"ExcludeCharacters", "012345678"}});
  for (const auto type :
       {kLower, kUpper, std::string_view("9"), kPunctuation, std::string_view(" ")}) {
    EXPECT_TRUE(has_any(given, type)) << given;
  }
}

TEST_F(GetRandomPassword, WantsRoomForEachType) {
  constexpr std::string_view kTooShort =
      "400 InvalidParameterException: Password length is too short based on the required types.";
  EXPECT_EQ(ask({{"PasswordLength", 3}}).error(), kTooShort);
  EXPECT_EQ(ask({{"PasswordLength", 4}, {"IncludeSpace", true}}).error(), kTooShort);
  EXPECT_EQ(ask({{"PasswordLength", 3}, {"ExcludeNumbers", true}}).error(), "ok");
  EXPECT_EQ(ask({{"PasswordLength", 3}, {"RequireEachIncludedType", false}}).error(), "ok");
}

TEST_F(GetRandomPassword, RefusesToLeaveOutARequiredType) {
  EXPECT_EQ(ask({{"ExcludeCharacters", kDigits}}).error(),
            "400 InvalidParameterException: You can't exclude all characters of a required type.");
  EXPECT_EQ(ask({{"ExcludeCharacters", kDigits}, {"RequireEachIncludedType", false}}).error(),
            "ok");
}

TEST_F(GetRandomPassword, RefusesToLeaveOutEverything) {
  EXPECT_EQ(ask({{"ExcludeLowercase", true},
                 {"ExcludeUppercase", true},
                 {"ExcludeNumbers", true},
                 {"ExcludePunctuation", true}})
                .error(),
            "400 InvalidParameterException: You can't exclude all characters of a password.");
}

TEST_F(GetRandomPassword, LimitsItsLength) {
  EXPECT_EQ(ask({{"PasswordLength", 4097}}).error(),
            "400 ValidationException: 1 validation error detected: Value '4097' at "
            "'passwordLength' failed to satisfy constraint: Member must have value less than or "
            "equal to 4096");
  EXPECT_TRUE(ask({{"PasswordLength", 0}}).error().starts_with("400 ValidationException"));
}

TEST_F(GetRandomPassword, IsAnotherOneInEachCallAndTheSameInEachRun) {
  Service again;
  const auto first = password(), second = password();
  EXPECT_NE(first, second);
  EXPECT_EQ(again.call("GetRandomPassword", Json::object())["RandomPassword"], first);
  EXPECT_EQ(again.call("GetRandomPassword", Json::object())["RandomPassword"], second);
  EXPECT_NE(Service(7).call("GetRandomPassword", Json::object())["RandomPassword"], first);
}

class RandomPassword : public testing::Test {
 protected:
  std::string make(const emulator::PasswordRules& rules) {
    return emulator::random_password(rules, [this] { return random_.draw({"test"}, drawn_++); })
        .value();
  }

  /// How far counts are from being equal: Pearson's statistic, which is about as large as there are
  /// kinds.
  template <typename Key>
  static double chi_square(const std::map<Key, int>& counts, int in_all) {
    const double expected = static_cast<double>(in_all) / static_cast<double>(counts.size());
    double sum = 0;
    for (const auto& [key, count] : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

 private:
  const world::Random random_{42};
  std::uint64_t drawn_ = 0;
};

TEST_F(RandomPassword, HasAllCharactersEquallyOften) {
  std::map<char, int> counts;
  for (const char c : make({.length = 94'000, .require_each_type = false})) ++counts[c];
  EXPECT_EQ(counts.size(), 94u);
  EXPECT_LT(chi_square(counts, 94'000), 150);  // 93 degrees of freedom: above that in 0.02 %
}

TEST_F(RandomPassword, HasEachPasswordThatKeepsTheRulesEquallyOften) {
  // Letters a and b, digit 0, all of three characters: 8 + 12 + 6 + 1 are there, and 8 and 1 of
  // them miss a type.
  emulator::PasswordRules rules{.length = 3, .uppercase = false, .punctuation = false};
  rules.excluded = "cdefghijklmnopqrstuvwxyz123456789";
  std::map<std::string, int> counts;
  for (int i = 0; i < 18'000; ++i) ++counts[make(rules)];
  EXPECT_EQ(counts.size(), 18u);
  EXPECT_LT(chi_square(counts, 18'000), 45);  // 17 degrees of freedom: above that in 0.03 %
}

TEST_F(RandomPassword, HasEachTypeInEachPlace) {
  std::map<char, int> counts;
  for (int i = 0; i < 8000; ++i) ++counts[make({.length = 4, .excluded = "1"})[0]];
  int digits = 0;
  for (const char c : std::string("023456789")) digits += counts[c];
  EXPECT_NEAR(digits, 2000, 200);
}

TEST_F(RandomPassword, ThrowsAwayBitsThatWouldFavourTheLowerCharacters) {
  const auto nearly_all = ~std::uint64_t{0} - 1;  // one of six that are left over
  const std::vector<std::uint64_t> bits = {0, nearly_all, 3};
  std::size_t at = 0;
  const emulator::PasswordRules digits{
      .length = 1, .lowercase = false, .uppercase = false, .punctuation = false};
  EXPECT_EQ(emulator::random_password(digits, [&] { return bits.at(at++); }), "3");
}

}  // namespace
}  // namespace stunt::test
