// SPDX-License-Identifier: MIT
#include "recorder/redaction/pseudonym.h"

#include <gtest/gtest.h>

#include "recorder/redaction/pseudonyms.h"

namespace stunt::recorder {
namespace {

TEST(Pseudonym, SaysItsKindUnlessThatIsText) {
  EXPECT_EQ(to_string(Pseudonym{3, SecretKind::text}), "{{secret:3}}");
  EXPECT_EQ(to_string(Pseudonym{4, SecretKind::number}), "{{secret:4:number}}");
  EXPECT_EQ(to_string(Pseudonym{5, SecretKind::boolean}), "{{secret:5:boolean}}");
  EXPECT_EQ(to_string(Pseudonym{6, SecretKind::binary}), "{{secret:6:binary}}");
  EXPECT_EQ(to_string(Pseudonym{7, SecretKind::json}), "{{secret:7:json}}");
}

TEST(Pseudonym, IsReadBack) {
  for (const auto kind : {SecretKind::text, SecretKind::number, SecretKind::boolean,
                          SecretKind::binary, SecretKind::json}) {
    const Pseudonym pseudonym{12, kind};
    EXPECT_EQ(read_pseudonym(to_string(pseudonym)), pseudonym);
  }
}

TEST(Pseudonym, IsNothingElse) {
  for (const char* text : {"", "{{secret}}", "{{secret:}}", "{{secret:0}}", "{{secret:01}}",
                           "{{secret:1", "{{secret:1}} ", "{{secret:-1}}", "{{secret:1:word}}",
                           "{{secret:99999999999999999999}}", "x{{secret:1}}"}) {
    EXPECT_FALSE(read_pseudonym(text)) << text;
  }
}

TEST(Skeleton, TellsTextAndSecretsApart) {
  const auto parts = skeleton("a {{secret:2}}{{secret:9:number}} {{secret:x}} b");
  EXPECT_EQ(parts.text, "a {{secret}}{{secret}} {{secret:x}} b");
  EXPECT_EQ(parts.pseudonyms,
            (std::vector<Pseudonym>{{2, SecretKind::text}, {9, SecretKind::number}}));
}

TEST(Pseudonyms, AreEqualForEqualValues) {
  Pseudonyms pseudonyms;
  const auto a = pseudonyms.of(SecretKind::text, "a");
  EXPECT_EQ(a.number, 1u);
  EXPECT_EQ(pseudonyms.of(SecretKind::text, "b").number, 2u);
  EXPECT_EQ(pseudonyms.of(SecretKind::text, "a"), a);
}

TEST(Pseudonyms, TellATextFromANumber) {
  Pseudonyms pseudonyms;
  EXPECT_NE(pseudonyms.of(SecretKind::text, "5").number,
            pseudonyms.of(SecretKind::number, "5").number);
}

TEST(Pseudonyms, KnowTheirValue) {
  Pseudonyms pseudonyms;
  const auto number = pseudonyms.of(SecretKind::number, "5432").number;
  for (int i = 0; i < 1000; ++i) pseudonyms.of(SecretKind::text, std::to_string(i));
  EXPECT_EQ(pseudonyms.secret(number).value, "5432");
  EXPECT_EQ(pseudonyms.secret(number).kind, SecretKind::number);
}

TEST(Token, BringsASealAlong) {
  const auto token = read_token("{{secret:4:number=a-B_9}}");
  ASSERT_TRUE(token);
  EXPECT_EQ(token->pseudonym, (Pseudonym{4, SecretKind::number}));
  EXPECT_EQ(token->seal, "a-B_9");
  EXPECT_EQ(to_string(*token), "{{secret:4:number=a-B_9}}");
  EXPECT_EQ(read_pseudonym("{{secret:4:number=a-B_9}}"), token->pseudonym);
}

TEST(Token, IsNoneIfTheSealIsNone) {
  for (const char* text :
       {"{{secret:1=}}", "{{secret:1=a b}}", "{{secret:1=a", "{{secret:=a}}", "{{secret:1=a=}}"}) {
    EXPECT_FALSE(read_token(text)) << text;
  }
}

TEST(Token, CountsAsItsPseudonymInASkeleton) {
  const auto [text, pseudonyms] = skeleton("a {{secret:2=abc}} b {{secret:2}} {{secret:3");
  EXPECT_EQ(text, "a {{secret}} b {{secret}} {{secret:3");
  EXPECT_EQ(pseudonyms.size(), 2u);
}

}  // namespace
}  // namespace stunt::recorder
