// SPDX-License-Identifier: MIT
#include "recorder/redaction/redact_headers.h"

#include <gmock/gmock.h>

#include "act.h"

namespace stunt::recorder {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

HeaderList redacted(const http::Headers& headers) {
  Redactor redactor(test::vault_service());
  test::Act act("CreateSecret", {{"SecretString", "hunter22"}});
  redactor.learn_request(act.call(), act.call().body);
  return redact_headers(headers, test::vault_service(), redactor);
}

TEST(RedactHeaders, KeepsHarmlessOnesInOrder) {
  EXPECT_THAT(
      redacted({{"User-Agent", "Boto3"}, {"HOST", "localhost"}, {"Accept", "*/*"}}),
      ElementsAre(Pair("user-agent", "Boto3"), Pair("host", "localhost"), Pair("accept", "*/*")));
}

TEST(RedactHeaders, KeepsOnlyTheNameOfOthers) {
  EXPECT_THAT(redacted({{"Cookie", "session=1"}, {"X-Api-Key", "k"}}),
              ElementsAre(Pair("cookie", "{{redacted}}"), Pair("x-api-key", "{{redacted}}")));
}

TEST(RedactHeaders, KeepsNoHashOfTheBody) {
  EXPECT_THAT(redacted({{"X-Amz-Content-Sha256", "5d672d79"}}),
              ElementsAre(Pair("x-amz-content-sha256", "{{redacted}}")));
}

TEST(RedactHeaders, FindsASecretInAHarmlessOne) {
  EXPECT_THAT(redacted({{"User-Agent", "curl hunter22"}}),
              ElementsAre(Pair("user-agent", "curl {{secret:1}}")));
}

TEST(RedactHeaders, FindsASecretInAName) {
  EXPECT_THAT(redacted({{"x-hunter22", "v"}}), ElementsAre(Pair("x-{{secret:1}}", "{{redacted}}")));
  EXPECT_THAT(redacted({{std::string(65, 'n'), "v"}}),
              ElementsAre(Pair("{{redacted}}", "{{redacted}}")));
}

TEST(RedactHeaders, DropsTheSessionToken) {
  EXPECT_THAT(redacted({{"X-Amz-Security-Token", "FwoGZXIvYXdz"}}), IsEmpty());
}

TEST(RedactHeaders, KeepsATargetOnlyIfTheServiceHasIt) {
  EXPECT_THAT(redacted({{"X-Amz-Target", "secretsmanager.GetSecretValue"}}),
              ElementsAre(Pair("x-amz-target", "secretsmanager.GetSecretValue")));
  for (const char* target :
       {"secretsmanager.hunter22-in-the-target", "hunter22", "", "other.GetSecretValue"}) {
    const auto size = std::to_string(std::string_view(target).size());
    EXPECT_THAT(redacted({{"X-Amz-Target", target}}),
                ElementsAre(Pair("x-amz-target", "{{redacted:" + size + "}}")));
  }
}

TEST(RedactHeaders, DropsAMalformedAuthorization) {
  EXPECT_THAT(redacted({{"Authorization", "Bearer abc"}}),
              ElementsAre(Pair("authorization", "{{redacted}}")));
}

}  // namespace
}  // namespace stunt::recorder
