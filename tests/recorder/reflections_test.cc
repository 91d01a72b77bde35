// SPDX-License-Identifier: MIT
#include "recorder/redaction/reflections.h"

#include <gtest/gtest.h>

#include "aws/base64.h"

namespace stunt::recorder {
namespace {

using Part = Reflections::Part;

class ReflectionsTest : public testing::Test {
 protected:
  std::string text(std::string_view kept) {
    return reflections_.replace(kept, Part::leaf, pseudonyms_);
  }
  std::string identifier(std::string_view kept) {
    return reflections_.replace(kept, Part::whole, pseudonyms_);
  }

  Reflections reflections_;
  Pseudonyms pseudonyms_;
};

TEST_F(ReflectionsTest, ReplaceASecretWhereverItStands) {
  reflections_.learn(SecretKind::text, "hunter22", Part::whole);
  EXPECT_EQ(text("hunter22"), "{{secret:1}}");
  EXPECT_EQ(text("is 'hunter22' or hunter22?"), "is '{{secret:1}}' or {{secret:1}}?");
  EXPECT_EQ(text("hunter2"), "hunter2");
}

TEST_F(ReflectionsTest, PreferTheLongestSecret) {
  reflections_.learn(SecretKind::text, "hunter", Part::whole);
  reflections_.learn(SecretKind::text, "hunter22", Part::whole);
  EXPECT_EQ(text("hunter22"), "{{secret:1}}");
  EXPECT_EQ(pseudonyms_.secret(1).value, "hunter22");
}

TEST_F(ReflectionsTest, LeaveShortValuesAlone) {
  reflections_.learn(SecretKind::text, "admin", Part::whole);
  EXPECT_EQ(text("administrator"), "administrator");
}

TEST_F(ReflectionsTest, ReplaceAWholeTextThatHasASecretEncoded) {
  reflections_.learn(SecretKind::text, "hunter22/x", Part::whole);
  EXPECT_EQ(text("b64 " + aws::base64("my hunter22/x")), "{{secret:1}}");
  EXPECT_EQ(text("?pw=hunter22%2Fx"), "{{secret:2}}");
  EXPECT_EQ(text(R"({\"pw\":\"hunter22\/x\"})"), "{{secret:3}}");
  EXPECT_EQ(text("68756e74657232322f78"), "{{secret:4}}");
}

TEST_F(ReflectionsTest, KeepNamesThatAreLikeALeafOfASecret) {
  reflections_.learn(SecretKind::text, "orders", Part::leaf);
  EXPECT_EQ(identifier("shop/orders"), "shop/orders");
  EXPECT_EQ(text("shop/orders"), "shop/{{secret:1}}");
  reflections_.learn(SecretKind::text, "orders", Part::whole);
  EXPECT_EQ(identifier("shop/orders"), "shop/{{secret:1}}");
}

TEST_F(ReflectionsTest, TakeWhatLooksLikeAPseudonymForASecret) {
  const auto kept = text("{{secret:7}}");
  EXPECT_EQ(kept, "{{secret:1}}:7}}");
  EXPECT_EQ(skeleton(kept).pseudonyms.size(), 1u);
  EXPECT_EQ(pseudonyms_.secret(1).value, "{{secret");
}

TEST_F(ReflectionsTest, AreQuickAmongManyThatBeginAlike) {
  for (int i = 0; i < 20000; ++i) {
    reflections_.learn(SecretKind::text, "password-" + std::to_string(100000 + i), Part::whole);
  }
  std::string kept;
  for (int i = 0; i < 2000; ++i) kept += "password-none ";
  EXPECT_EQ(text(kept), kept);
  EXPECT_EQ(text("password-119999"), "{{secret:1}}");
}

}  // namespace
}  // namespace stunt::recorder
