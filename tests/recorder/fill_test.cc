// SPDX-License-Identifier: MIT
#include "recorder/replay/fill.h"

#include <map>

#include <gtest/gtest.h>

#include "recorder/redaction/encodings.h"
#include "recorder/redaction/redact_secret.h"
#include "recorder/replay/made_up.h"

namespace stunt::recorder {
namespace {

using aws::Json;

TEST(Fill, UndoesARedaction) {
  for (const Json& secret :
       {Json("hunter22"), Json(R"({"a": "x\"y", "n":1.10, "t":true, "z":null, "l":["é",""]})"),
        Json(R"([ ])"), Json(5), Json(true), Json{{"a", {1, 2}}}, Json("")}) {
    Pseudonyms pseudonyms;
    const Json body = {{"Secret", redact_secret(secret, false, pseudonyms)}, {"Other", "{{x"}};
    const auto filled =
        fill(body, [&](const Pseudonym& one) { return pseudonyms.secret(one.number); });
    EXPECT_EQ(filled["Secret"], secret);
    EXPECT_EQ(filled["Other"], "{{x");
  }
}

TEST(Fill, PutsASecretIntoText) {
  const auto filled =
      fill({{"Message", "not {{secret:1}} but {{secret:2:number}}"}}, [](const Pseudonym& one) {
        return one.number == 1 ? Secret{SecretKind::text, "a\"b"}
                               : Secret{SecretKind::number, "5432"};
      });
  EXPECT_EQ(filled["Message"], "not a\"b but 5432");
}

TEST(Fill, PutsASecretIntoALeafOfJsonText) {
  const auto filled = fill(R"({"url":"db://{{secret:1}}@host"})", [](const Pseudonym&) {
    return Secret{SecretKind::text, "a\"b"};
  });
  EXPECT_EQ(filled, R"({"url":"db://a\"b@host"})");
}

TEST(MadeUp, IsOfItsKind) {
  const world::Random random(7);
  const auto made = [&](SecretKind kind) { return made_up_value({3, kind}, random, 0); };
  EXPECT_TRUE(made(SecretKind::text).starts_with("stunt-"));
  EXPECT_TRUE(Json::parse(made(SecretKind::number)).is_number());
  EXPECT_TRUE(Json::parse(made(SecretKind::boolean)).is_boolean());
  EXPECT_TRUE(Json::parse(made(SecretKind::json)).is_object());
  EXPECT_TRUE(decode_base64(made(SecretKind::binary))->starts_with("stunt-"));
}

TEST(MadeUp, DependsOnSeedNumberAndAttempt) {
  const Pseudonym three{3, SecretKind::text}, four{4, SecretKind::text};
  const world::Random random(7);
  EXPECT_EQ(made_up_value(three, random, 0), made_up_value(three, world::Random(7), 0));
  EXPECT_NE(made_up_value(three, random, 0), made_up_value(four, random, 0));
  EXPECT_NE(made_up_value(three, random, 0), made_up_value(three, random, 1));
  EXPECT_NE(made_up_value(three, random, 0), made_up_value(three, world::Random(8), 0));
}

}  // namespace
}  // namespace stunt::recorder
