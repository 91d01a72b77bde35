// SPDX-License-Identifier: MIT
#include "harness/rotation/next_value.h"

#include <gtest/gtest.h>

#include "aws/base64.h"

namespace stunt::harness {
namespace {

using aws::Json;

const world::Random kRandom(7);

NextValue after(const Json& current) { return NextValue::after(current, kRandom, "v2"); }

/// The next value, every password of which is a row of so many z as were wished for.
std::string text_after(const std::string& text) {
  auto next = after({{"SecretString", text}});
  while (!next.there()) next.put(std::string(next.wish().at("PasswordLength"), 'z'));
  return next.members().at("SecretString");
}

Json wish_after(const std::string& text) { return after({{"SecretString", text}}).wish(); }

TEST(NextValue, OfAnObjectReplacesItsPassword) {
  EXPECT_EQ(text_after(R"({"username":"db","password":"one","token":"t","port":5432})"),
            R"({"username":"db","password":"zzz","token":"t","port":5432})");
}

TEST(NextValue, OfAnObjectWithoutAPasswordReplacesWhatDoesNotSayWhere) {
  EXPECT_EQ(text_after(R"({"host":"h","username":"u","apiKey":"k1","other":"abc","on":true})"),
            R"({"host":"h","username":"u","apiKey":"zz","other":"zzz","on":true})");
  EXPECT_EQ(text_after(R"({"password":17,"pin":"1234"})"), R"({"password":17,"pin":"zzzz"})");
}

TEST(NextValue, OfAnObjectWithNothingToReplaceIsTheSame) {
  EXPECT_EQ(text_after(R"({"host":"h","port":1})"), R"({"host":"h","port":1})");
}

TEST(NextValue, OfAnythingElseIsAPasswordAsAWhole) {
  EXPECT_EQ(text_after("abc"), "zzz");
  EXPECT_EQ(text_after(R"(["a"])"), "zzzzz");
  EXPECT_EQ(text_after("\u00e4\u20ac"), "zz") << "characters, not bytes";
  EXPECT_EQ(text_after(std::string(5000, 'x')).size(), 4096u);
}

TEST(NextValue, WishesForTheTypesOfCharactersThatTheOldOneHas) {
  const auto wish = wish_after("abc123");
  EXPECT_EQ(wish.at("ExcludeLowercase"), false);
  EXPECT_EQ(wish.at("ExcludeNumbers"), false);
  EXPECT_EQ(wish.at("ExcludeUppercase"), true);
  EXPECT_EQ(wish.at("ExcludePunctuation"), true);
  EXPECT_EQ(wish.at("IncludeSpace"), false);
  EXPECT_EQ(wish_after("A b!").at("IncludeSpace"), true);
  EXPECT_EQ(wish_after("A b!").at("ExcludePunctuation"), false);
  EXPECT_EQ(wish_after("\u00e4").at("RequireEachIncludedType"), false);
}

TEST(NextValue, OfBytesIsAsManyOthers) {
  const auto next = after({{"SecretBinary", aws::base64(std::string(20, '\0'))}});
  EXPECT_TRUE(next.there());
  const auto bytes = aws::read_base64(next.members().at("SecretBinary").get<std::string>());
  ASSERT_TRUE(bytes);
  EXPECT_EQ(bytes->size(), 20u);
  EXPECT_NE(*bytes, std::string(20, '\0'));
  EXPECT_EQ(next.members(), after({{"SecretBinary", aws::base64(std::string(20, 'x'))}}).members())
      << "chance is a function of the seed and the version";
}

TEST(NextValue, OfNothingIsAPassword) {
  auto next = NextValue::first();
  EXPECT_EQ(next.wish().at("PasswordLength"), 32);
  next.put("new");
  EXPECT_TRUE(next.there());
  EXPECT_EQ(next.members(), (Json{{"SecretString", "new"}}));
}

}  // namespace
}  // namespace stunt::harness
