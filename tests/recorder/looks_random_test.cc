// SPDX-License-Identifier: MIT
#include "recorder/leaks/looks_random.h"

#include <gtest/gtest.h>

#include "recorder/leaks/kinds.h"

namespace stunt::recorder {
namespace {

TEST(Entropy, IsInBits) {
  EXPECT_DOUBLE_EQ(entropy("aaaa"), 0);
  EXPECT_DOUBLE_EQ(entropy("abab"), 1);
  EXPECT_DOUBLE_EQ(entropy("0123456789abcdef"), 4);
}

TEST(LooksRandom, IsTrueOfWhatIsDrawn) {
  for (const char* drawn :
       {"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "8f14e45fceea167a5a36dedd4bea2543",
        "q9Zt-3xLpV7_wK2mN8rB", "kJ8s0LmQ2xVb7NzR4tYw",
        "c3VwZXIgc2VjcmV0IGtleTE3OTI=", "t7k2m9x4q1w8z5b3n6v0"}) {
    EXPECT_TRUE(looks_random(drawn)) << drawn;
  }
}

TEST(LooksRandom, IsFalseOfWhatIsWritten) {
  for (const char* written :
       {"", "hello", "prod/database/primary-2024-password", "AWSSecretsManagerReadWritePolicy",
        "SecretsManagerRotationTemplate2", "my-service-eu-central-1-staging-03", "20260101T000000Z",
        "aws-sdk-js/3", "1234567890123456789012345678", "us-east-1",
        "RotateSecretAutomaticallyAfter30Days", "team-payments-owner-2026-Q1-backend"}) {
    EXPECT_FALSE(looks_random(written)) << written;
  }
}

std::string kinds(std::string_view text, const Design& design = {}) {
  std::string all;
  for (const auto& kind : kinds_of_secrets(text, design)) all += (all.empty() ? "" : ", ") + kind;
  return all;
}

// Put together here, so that nobody's scanner takes them for real ones.
const std::string kKeyId = std::string("AKIA") + "IOSFODNN7EXAMPL2";
const std::string kJwt = std::string("eyJ") + "hbGciOiJIUzI1NiJ9" + ".eyJ" + "zdWIiOiIxMjM0NTYifQ" +
                         "." + "dBjftJeZ4CVPmB92K27uhbUJU1p1r";

TEST(Kinds, KnowsEach) {
  EXPECT_EQ(kinds("use " + kKeyId + " for it"), "an AWS access key id");
  EXPECT_EQ(kinds("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            "what looks like an AWS secret access key");
  EXPECT_EQ(kinds("IQoJ" + std::string(80, 'b')), "an AWS session token");
  EXPECT_EQ(kinds("-----BEGIN RSA PRIVATE KEY-----\nMII"), "a PEM block");
  EXPECT_EQ(kinds("Bearer " + kJwt), "a JSON web token");
  EXPECT_EQ(kinds("postgres://app:hunter22@db:5432/x"), "a password in a URL");
  EXPECT_EQ(kinds("Server=db;Uid=app;Pwd=hunter22;"), "a password in a connection string");
  EXPECT_EQ(kinds("gh"
                  "p_" +
                  std::string(36, 'a')),
            "an access token of GitHub");
  EXPECT_EQ(kinds("xox"
                  "b-1234567890-abc"),
            "an access token of Slack");
  EXPECT_EQ(kinds("AI"
                  "za" +
                  std::string(35, 'a')),
            "a key of a Google API");
  EXPECT_EQ(kinds("sk_"
                  "live_" +
                  std::string(16, 'a')),
            "a key of Stripe");
  EXPECT_EQ(kinds("Signature=5d672d79c15b13162d9279b0"), "a signature");
  EXPECT_EQ(kinds("key q9Zt-3xLpV7_wK2mN8rB here"), "what looks random, as keys do");
}

TEST(Kinds, FindsWhatIsEncoded) {
  EXPECT_EQ(kinds("LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ=="), "a PEM block");
  EXPECT_EQ(kinds("postgres%3A%2F%2Fapp%3Ahunter22%40db"), "a password in a URL");
}

TEST(Kinds, FindsNothingInWhatWasTakenOut) {
  for (const char* text :
       {"{{secret:1}}", "{{secret:1=q9Zt-3xLpV7_wK2mN8rBq9Zt-3xLpV7_wK2mN8rB}}", "{{redacted}}",
        "postgres://app:{{secret:3}}@db:5432/x", "Pwd={{secret:2}};", "https://example.org:8080/x",
        "arn:aws:secretsmanager:us-east-1:000000000000:secret:q9Zt3xLpV7wK2mN8rB-a1B2c3",
        "0af76519-16cd-43dd-8448-eb211c80319c",
        "in Authorization header (hashed with SHA-256 and encoded with Base64): "
        "'q9Zt3xLpV7wK2mN8rBq9Zt3xLpV7wK2mN8rBq9Zt3xK='.",
        "sha256:04e984b28893a450b77df9ae9aa54eaab6e8f3642b50a514fbdb9fcda1ac89eb"}) {
    EXPECT_EQ(kinds(text), "") << text;
  }
}

TEST(Kinds, LeavesWhatIsThereByDesign) {
  EXPECT_EQ(kinds(kKeyId, {.key_id = true, .random = true}), "");
  EXPECT_EQ(kinds(kKeyId, {.random = true}), "an AWS access key id");
  EXPECT_EQ(kinds("q9Zt-3xLpV7_wK2mN8rB", {.random = true}), "");
  EXPECT_TRUE(kinds_of_secrets("no q9Zt-3xLpV7_wK2mN8rB", {}, "q9Zt-3xLpV7_wK2mN8rB").empty());
}

}  // namespace
}  // namespace stunt::recorder
