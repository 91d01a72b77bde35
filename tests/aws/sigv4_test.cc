// SPDX-License-Identifier: MIT
//
// AWS's published test suite for Signature Version 4: requests, and the signatures that they must
// have. Cases of the query-string variant, of S3's paths and of folded headers do not apply.
#include <string>

#include <gtest/gtest.h>

#include "aws/digest.h"
#include "aws/sigv4/canonical.h"
#include "aws/sigv4/sign.h"
#include "world/calendar.h"

namespace stunt::aws {
namespace {

constexpr Scope kScope{"us-east-1", "service"};
const auto kAt = *world::parse_iso8601_basic("20150830T123600Z");

Key example_key() {
  return {"AKIDEXAMPLE", SecretAccessKey("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")};
}

struct Vector {
  const char* name;
  const char* method;
  const char* path;
  const char* query;
  http::Headers headers;
  const char* body;
  const char* signed_headers;
  const char* signature;

  friend void PrintTo(const Vector& vector, std::ostream* out) { *out << vector.name; }
};

constexpr const char* kPlain = "host;x-amz-date";
constexpr const char* kVanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
constexpr const char* kUnreserved =
    "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::vector<Vector> vectors() {
  static const std::string path = std::string("/") + kUnreserved;
  static const std::string query = std::string(kUnreserved) + "=" + kUnreserved;
  return {
      {"get-vanilla", "GET", "/", "", {}, "", kPlain, kVanilla},
      {"post-vanilla",
       "POST",
       "/",
       "",
       {},
       "",
       kPlain,
       "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"},
      {"post-x-www-form-urlencoded",
       "POST",
       "/",
       "",
       {{"Content-Type", "application/x-www-form-urlencoded"}},
       "Param1=value1",
       "content-type;host;x-amz-date",
       "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"},
      {"post-x-www-form-urlencoded, with the body's hash",
       "POST",
       "/",
       "",
       {{"Content-Type", "application/x-www-form-urlencoded"},
        {"Content-Length", "13"},
        {"x-amz-content-sha256",
         "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}},
       "Param1=value1",
       "content-length;content-type;host;x-amz-content-sha256;x-amz-date",
       "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b"},
      {"get-header-key-duplicate",
       "GET",
       "/",
       "",
       {{"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}},
       "",
       "host;my-header1;x-amz-date",
       "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"},
      {"get-header-value-order",
       "GET",
       "/",
       "",
       {{"My-Header1", "value4"},
        {"My-Header1", "value1"},
        {"My-Header1", "value3"},
        {"My-Header1", "value2"}},
       "",
       "host;my-header1;x-amz-date",
       "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"},
      {"get-header-value-trim",
       "GET",
       "/",
       "",
       {{"My-Header1", " value1"}, {"My-Header2", R"( "a   b   c")"}},
       "",
       "host;my-header1;my-header2;x-amz-date",
       "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"},
      {"get-unreserved",
       "GET",
       path.c_str(),
       "",
       {},
       "",
       kPlain,
       "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"},
      {"get-utf8",
       "GET",
       "/ሴ",
       "",
       {},
       "",
       kPlain,
       "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"},
      {"get-space",
       "GET",
       "/example space/",
       "",
       {},
       "",
       kPlain,
       "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"},
      {"get-relative", "GET", "/example/..", "", {}, "", kPlain, kVanilla},
      {"get-relative-relative", "GET", "/example1/example2/../..", "", {}, "", kPlain, kVanilla},
      {"get-slash-dot-slash", "GET", "/./", "", {}, "", kPlain, kVanilla},
      {"get-slash", "GET", "//", "", {}, "", kPlain, kVanilla},
      {"get-slash-pointless-dot",
       "GET",
       "/./example",
       "",
       {},
       "",
       kPlain,
       "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"},
      {"get-slashes",
       "GET",
       "//example//",
       "",
       {},
       "",
       kPlain,
       "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"},
      {"get-vanilla-empty-query-key",
       "GET",
       "/",
       "Param1=value1",
       {},
       "",
       kPlain,
       "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"},
      {"get-vanilla-query-order-key-case",
       "GET",
       "/",
       "Param2=value2&Param1=value1",
       {},
       "",
       kPlain,
       "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"},
      {"get-vanilla-query-order-encoded",
       "GET",
       "/",
       "Param-3=Value3&Param=Value2&%E1%88%B4=Value1",
       {},
       "",
       kPlain,
       "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"},
      {"get-vanilla-query-unreserved",
       "GET",
       "/",
       query.c_str(),
       {},
       "",
       kPlain,
       "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"},
      {"get-vanilla-utf8-query",
       "GET",
       "/",
       "ሴ=bar",
       {},
       "",
       kPlain,
       "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"},
  };
}

class PublishedVector : public testing::TestWithParam<Vector> {};

TEST_P(PublishedVector, IsSignedAsPublished) {
  const auto& vector = GetParam();
  http::Request request{vector.method, vector.path, vector.query, vector.headers, vector.body};
  request.headers.set("Host", "example.amazonaws.com");
  sign(request, example_key(), kScope, kAt);
  EXPECT_EQ(request.headers.get("Authorization"),
            "AWS4-HMAC-SHA256 "
            "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=" +
                std::string(vector.signed_headers) + ", Signature=" + vector.signature);
}

INSTANTIATE_TEST_SUITE_P(SigV4, PublishedVector, testing::ValuesIn(vectors()));

http::Request vanilla() { return {"GET", "/", "", {{"Host", "example.amazonaws.com"}}, ""}; }

TEST(Sign, SendsAndSignsASessionToken) {
  auto key = example_key();
  key.session_token = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
  auto request = vanilla();
  sign(request, key, kScope, kAt);
  EXPECT_EQ(request.headers.get("X-Amz-Security-Token"), key.session_token);
  EXPECT_TRUE(request.headers.get("Authorization")
                  ->ends_with("SignedHeaders=host;x-amz-date;x-amz-security-token, Signature="
                              "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"));
}

TEST(Sign, ReplacesASignatureThatIsThere) {
  auto again = vanilla(), once = vanilla();
  sign(once, example_key(), kScope, kAt);
  auto temporary = example_key();
  temporary.session_token = "token";
  sign(again, temporary, {"eu-west-1", "other"}, kAt + std::chrono::hours(1));
  sign(again, example_key(), kScope, kAt);
  EXPECT_EQ(again.headers.get("Authorization"), once.headers.get("Authorization"));
  EXPECT_FALSE(again.headers.get("X-Amz-Security-Token"));
}

TEST(Sign, LeavesOutWhatChangesOnTheWay) {
  auto request = vanilla();
  request.headers.add("User-Agent", "one");
  request.headers.add("Connection", "keep-alive");
  sign(request, example_key(), kScope, kAt);
  EXPECT_TRUE(request.headers.get("Authorization")->ends_with(kVanilla));
}

TEST(CanonicalRequest, HasAnEmptyLineForAHeaderThatIsNotThere) {
  EXPECT_EQ(canonical_request(vanilla(), {"host", "x-none"}),
            "GET\n/\n\nhost:example.amazonaws.com\nx-none:\n\nhost;x-none\n"
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(CanonicalRequest, EncodesAPathOnceMoreAndAQueryOnce) {
  const http::Request request{"GET", "/a%20b/c+d", "k=%zz%20+&k=&b%41=%", {}, ""};
  EXPECT_TRUE(
      canonical_request(request, {}).starts_with("GET\n/a%2520b/c%2Bd\nbA=%25&k=&k=%25zz%20%2B\n"));
}

/// RFC 4231, test case 2.
TEST(Digest, IsThatOfTheStandard) {
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace stunt::aws
