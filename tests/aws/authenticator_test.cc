// SPDX-License-Identifier: MIT
#include "aws/sigv4/authenticator.h"

#include <gtest/gtest.h>

#include "../support/manual_clock.h"
#include "aws/sigv4/sign.h"
#include "world/calendar.h"

namespace stunt::aws {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kWrongSignature =
    "InvalidSignatureException: The request signature we calculated does not match the signature "
    "you provided. Check your AWS Secret Access Key and signing method. Consult the service "
    "documentation for details.";
constexpr std::string_view kUnknown =
    "UnrecognizedClientException: The security token included in the request is invalid.";

/// The server's clock stands at 2026-01-01T00:00:00Z.
class AuthenticatorTest : public testing::Test {
 protected:
  AuthenticatorTest() {
    trust_.service = "boxes";
    trust_.keys.push_back(key());
  }

  static Key key(std::string id = "AKID") { return {std::move(id), SecretAccessKey("hush")}; }

  static http::Request request() {
    return {"POST", "/", "", {{"Host", "127.0.0.1:4566"}, {"X-Amz-Target", "boxes.PutBox"}}, "{}"};
  }

  http::Request signed_request() { return signed_with(key()); }

  http::Request signed_with(const Key& other, Scope scope = {"us-east-1", "boxes"},
                            world::Duration late = 0s) {
    auto made = request();
    sign(made, other, scope, clock_.now() + late);
    return made;
  }

  http::Request with_authorization(std::string value) {
    auto made = request();
    made.headers.add("X-Amz-Date", "20260101T000000Z");
    made.headers.add("Authorization", std::move(value));
    return made;
  }

  /// A request whose signature is right, but for what is written into its credential.
  http::Request with_credential(const std::string& credential) {
    return with_authorization("AWS4-HMAC-SHA256 Credential=" + credential +
                              ", SignedHeaders=host;x-amz-date;x-amz-target, Signature=0");
  }

  /// The error's type and text; "believed" if there is none.
  std::string said(const http::Request& request) const {
    const auto refused = Authenticator(trust_, clock_).refuse(request);
    if (!refused) return "believed";
    EXPECT_EQ(refused->status, 400);
    EXPECT_FALSE(refused->modelled);
    return refused->code + ": " + refused->message;
  }

  Trust trust_;
  test::ManualClock clock_;
};

TEST_F(AuthenticatorTest, BelievesARightSignature) {
  EXPECT_EQ(said(signed_request()), "believed");
}

TEST_F(AuthenticatorTest, WantsASignature) {
  constexpr std::string_view kMissing =
      "MissingAuthenticationTokenException: Missing Authentication Token";
  EXPECT_EQ(said(request()), kMissing);
  EXPECT_EQ(said(with_authorization("Bearer abc")), kMissing);
  auto presigned = request();
  presigned.query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0";
  EXPECT_EQ(said(presigned), kMissing);
}

TEST_F(AuthenticatorTest, WantsOneSignatureOnly) {
  auto both = signed_request();
  both.query = "a=b&X-Amz-Algorithm=AWS4-HMAC-SHA256";
  EXPECT_EQ(said(both),
            "InvalidSignatureException: Found both 'X-Amz-Algorithm' as a query-string param and "
            "'Authorization' as HTTP header.");
}

TEST_F(AuthenticatorTest, NoticesEveryChangeOnTheWay) {
  auto changed = signed_request();
  changed.body = "{ }";
  EXPECT_EQ(said(changed), kWrongSignature);
  changed = signed_request();
  changed.headers.set("X-Amz-Target", "boxes.DropBox");
  EXPECT_EQ(said(changed), kWrongSignature);
  changed = signed_request();
  changed.headers.set("Host", "localhost:4566");
  EXPECT_EQ(said(changed), kWrongSignature);
  changed = signed_request();
  changed.method = "PUT";
  EXPECT_EQ(said(changed), kWrongSignature);
  changed = signed_request();
  changed.path = "/other";
  EXPECT_EQ(said(changed), kWrongSignature);
}

TEST_F(AuthenticatorTest, RefusesAWrongSecretAndAnUnknownKey) {
  EXPECT_EQ(said(signed_with({"AKID", SecretAccessKey("guess")})), kWrongSignature);
  EXPECT_EQ(said(signed_with(key("AKIDOTHER"))), kUnknown);
}

TEST_F(AuthenticatorTest, TakesAClockThatIsFiveMinutesOff) {
  EXPECT_EQ(said(signed_with(key(), {"us-east-1", "boxes"}, -5min)), "believed");
  EXPECT_EQ(said(signed_with(key(), {"us-east-1", "boxes"}, 5min)), "believed");
  EXPECT_EQ(said(signed_with(key(), {"us-east-1", "boxes"}, -5min - 1s)),
            "InvalidSignatureException: Signature expired: 20251231T235459Z is now earlier than "
            "20251231T235500Z (20260101T000000Z - 5 min.)");
  EXPECT_EQ(said(signed_with(key(), {"us-east-1", "boxes"}, 5min + 1s)),
            "InvalidSignatureException: Signature not yet current: 20260101T000501Z is still later "
            "than 20260101T000500Z (20260101T000000Z + 5 min.)");
}

TEST_F(AuthenticatorTest, JudgesDatesByAClockThatAFaultPutsOff) {
  const auto late = signed_with(key(), {"us-east-1", "boxes"}, -10min);
  const Authenticator authenticator(trust_, clock_);
  EXPECT_TRUE(authenticator.refuse(late));
  EXPECT_FALSE(authenticator.refuse(late, -10min));
  EXPECT_TRUE(authenticator.refuse(signed_request(), -10min));
}

TEST_F(AuthenticatorTest, AsksTheClockThatItWasGiven) {
  const auto made = signed_request();
  clock_.advance(1h);
  EXPECT_TRUE(said(made).starts_with("InvalidSignatureException: Signature expired: "));
}

TEST_F(AuthenticatorTest, ListsEveryMissingPart) {
  auto bare = request();
  bare.headers.add("Authorization", "AWS4-HMAC-SHA256");
  EXPECT_EQ(said(bare),
            "IncompleteSignatureException: Authorization header requires 'Credential' parameter. "
            "Authorization header requires 'Signature' parameter. Authorization header requires "
            "'SignedHeaders' parameter. Authorization header requires existence of either a "
            "'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) "
            "Authorization=YI2YWea8FSxnksZL2ETHbs5elHm9HQufxTLK0W0ffV0=");
  EXPECT_TRUE(said(with_authorization("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host"))
                  .starts_with("IncompleteSignatureException: Authorization header requires "
                               "'Signature' parameter. (Hashed"));
}

TEST_F(AuthenticatorTest, QuotesNothingOfABrokenHeader) {
  for (const char* header :
       {"AWS4-HMAC-SHA256 Credential= hush/20260101/us-east-1", "AWS4-HMAC-SHA256 Credential=hush",
        "AWS4-HMAC-SHA256 Credential=hu/sh, SignedHeaders=host;x-amz-date;"
        "x-amz-target, Signature=hush"}) {
    const auto text = said(with_authorization(header));
    EXPECT_TRUE(text.starts_with("IncompleteSignatureException: ")) << text;
    EXPECT_EQ(text.find("hu"), std::string::npos) << text;
  }
}

TEST_F(AuthenticatorTest, WantsPairs) {
  EXPECT_EQ(said(with_authorization("AWS4-HMAC-SHA256 Credential")),
            "IncompleteSignatureException: Invalid key=value pair (missing equal-sign) in "
            "Authorization header (hashed with SHA-256 and encoded with Base64): "
            "'KfSoC26UaBDGXxo5AUFS45c1cmAbyLKDOxOTKcZYWt4='.");
}

TEST_F(AuthenticatorTest, WantsADateThatItCanRead) {
  auto made = signed_request();
  made.headers.set("X-Amz-Date", "201");
  EXPECT_EQ(said(made),
            "IncompleteSignatureException: Date must be in ISO-8601 'basic format'. Got '201'. See "
            "http://en.wikipedia.org/wiki/ISO_8601");
}

TEST_F(AuthenticatorTest, TakesTheDateHeaderWhereThereIsNoOther) {
  for (const char* date : {"Thu, 01 Jan 2026 00:00:00 GMT", "20260101T000000Z"}) {
    auto made = with_credential("AKID/20260101/us-east-1/boxes/aws4_request");
    made.headers.remove("X-Amz-Date");
    made.headers.add("Date", date);
    EXPECT_EQ(said(made), kWrongSignature) << date;  // so the date was good enough
  }
  auto made = signed_request();
  made.headers.add("Date", "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(said(made), "believed");
}

TEST_F(AuthenticatorTest, WantsTheHostAndWhatAwsReadsSigned) {
  const std::string start =
      "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/boxes/aws4_request, Signature=0, ";
  EXPECT_EQ(said(with_authorization(start + "SignedHeaders=x-amz-date;x-amz-target")),
            "InvalidSignatureException: 'Host' or ':authority' must be a 'SignedHeader' in the AWS "
            "Authorization.");
  EXPECT_EQ(said(with_authorization(start + "SignedHeaders=host;x-amz-date")),
            "InvalidSignatureException: 'X-Amz-Target' must be a 'SignedHeader' in the AWS "
            "Authorization.");
  EXPECT_EQ(said(with_authorization(start + "SignedHeaders=HOST;X-Amz-Date;X-Amz-Target")),
            kWrongSignature);
}

TEST_F(AuthenticatorTest, KnowsOneAlgorithm) {
  EXPECT_EQ(said(with_authorization("AWS4-HMAC-SHA25 Credential=a, Signature=0, "
                                    "SignedHeaders=host;x-amz-date;x-amz-target")),
            "IncompleteSignatureException: Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA25' (only "
            "AWS4-HMAC-SHA256 for now). ");
}

TEST_F(AuthenticatorTest, WantsACredentialOfFiveParts) {
  for (const char* credential : {"AKID", "AKID/20260101/us-east-1/boxes", "a/b/c/d/e/f"}) {
    EXPECT_TRUE(said(with_credential(credential))
                    .starts_with("IncompleteSignatureException: Credential must have exactly 5 "
                                 "slash-delimited elements, e.g. keyid/date/region/service/term, "
                                 "got (hashed"))
        << credential;
  }
}

TEST_F(AuthenticatorTest, TellsEverythingThatIsWrongWithTheScope) {
  EXPECT_EQ(said(with_credential("AKID/b/c/d/e")),
            "InvalidSignatureException: Credential should be scoped to a valid region. Credential "
            "should be scoped to correct service: 'boxes'. Credential should be scoped with a "
            "valid terminator: 'aws4_request'. Date in Credential scope does not match YYYYMMDD "
            "from ISO-8601 version of date from HTTP: 'b' != '20260101', from "
            "'20260101T000000Z'.");
  EXPECT_EQ(said(signed_with(key(), {"us-east-1", "crates"})),
            "InvalidSignatureException: Credential should be scoped to correct service: 'boxes'. ");
}

TEST_F(AuthenticatorTest, TakesAnyRegionUnlessSomeAreGiven) {
  EXPECT_EQ(said(signed_with(key(), {"eu-west-1", "boxes"})), "believed");
  trust_.regions = {"us-east-1", "us-west-2"};
  EXPECT_EQ(said(signed_with(key(), {"us-west-2", "boxes"})), "believed");
  EXPECT_EQ(said(signed_with(key(), {"eu-west-1", "boxes"})),
            "InvalidSignatureException: Credential should be scoped to a valid region. ");
}

TEST_F(AuthenticatorTest, WantsTheSessionTokenOfATemporaryKey) {
  auto temporary = key("ASIA");
  temporary.session_token = "right";
  trust_.keys.push_back(temporary);
  EXPECT_EQ(said(signed_with(temporary)), "believed");
  EXPECT_EQ(said(signed_with(key("ASIA"))), kUnknown);
  auto wrong = temporary;
  wrong.session_token = "wrong";
  EXPECT_EQ(said(signed_with(wrong)), kUnknown.substr(0, kUnknown.size() - 1));
  auto lasting = key();
  lasting.session_token = "right";
  EXPECT_EQ(said(signed_with(lasting)), kUnknown.substr(0, kUnknown.size() - 1));
}

TEST_F(AuthenticatorTest, RefusesAKeyThatHasExpired) {
  auto temporary = key("ASIA");
  temporary.expires = clock_.now() + 1h;
  trust_.keys.push_back(temporary);
  EXPECT_EQ(said(signed_with(temporary)), "believed");
  clock_.advance(1h);
  EXPECT_EQ(said(signed_with(temporary)),
            "ExpiredTokenException: The security token included in the request is expired");
}

TEST_F(AuthenticatorTest, ChecksAHashOfTheBodyThatIsTold) {
  auto told = request();
  told.headers.add("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
  sign(told, key(), {"us-east-1", "boxes"}, clock_.now());
  EXPECT_EQ(said(told), kWrongSignature);
  told.headers.set("X-Amz-Content-Sha256",
                   "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  sign(told, key(), {"us-east-1", "boxes"}, clock_.now());
  EXPECT_EQ(said(told), "believed");
}

TEST_F(AuthenticatorTest, LetsTheProgramItselfActInAnyAccount) {
  const Key own{"111122223333", SecretAccessKey("own")};
  EXPECT_EQ(said(signed_with(own)), kUnknown);
  trust_.own = own.secret;
  EXPECT_EQ(said(signed_with(own)), "believed");
  EXPECT_EQ(said(signed_with({"AKID", own.secret})), kWrongSignature);
  EXPECT_EQ(said(signed_with(key("111122223333"))), kUnknown);
}

TEST_F(AuthenticatorTest, TakesAnAccountIdAsAKeyBesideItsOwn) {
  trust_.own = SecretAccessKey("own");
  trust_.keys.push_back(key("111122223333"));
  EXPECT_EQ(said(signed_with(key("111122223333"))), "believed");
}

}  // namespace
}  // namespace stunt::aws
