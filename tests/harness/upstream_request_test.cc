// SPDX-License-Identifier: MIT
//
// What of a request goes on to an upstream, and how it is signed anew.
#include <map>
#include <stdexcept>

#include <gtest/gtest.h>

#include "../support/manual_clock.h"
#include "aws/sigv4/authenticator.h"
#include "harness/upstream/complaint.h"
#include "harness/upstream/credentials.h"
#include "harness/upstream/forward.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

constexpr const char* kHost = "secretsmanager.us-east-1.amazonaws.com";
constexpr const char* kSecret = "in/nobodys+hands";

http::Request request() {
  return {"POST",
          "/",
          "",
          {{"Host", "localhost:4566"},
           {"Content-Type", "application/x-amz-json-1.1"},
           {"X-Amz-Target", "secretsmanager.ListSecrets"},
           {"X-Amz-Date", "20200101T000000Z"},
           {"Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIACLIENT/20200101/eu-west-1/"
            "secretsmanager/aws4_request, SignedHeaders=host, Signature=ab"},
           {"X-Amz-Security-Token", "the client's"},
           {"Connection", "keep-alive"},
           {"Content-Length", "99"}},
          "{}"};
}

Variable variables(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) {
    const auto found = values.find(name);
    return found == values.end() ? nullptr : found->second.c_str();
  };
}

std::string refusal(const Variable& variable) {
  try {
    key_from_environment(variable);
  } catch (const std::invalid_argument& wrong) {
    return wrong.what();
  }
  return "";
}

class SignedAnew : public testing::Test {
 protected:
  http::Request sign(const aws::Credential& by_client = {}) {
    auto onward = forwarded(request());
    sign_anew(onward, by_client, kHost, key_, {"sa-east-1", "secretsmanager"}, clock_.now());
    return onward;
  }

  /// Views into the request must not outlive it.
  struct Named {
    std::string region, service;
  };
  static Named credential(const http::Request& request) {
    const auto read = aws::read_credential(*request.headers.get("authorization"));
    return {std::string(read.region), std::string(read.service)};
  }

  test::ManualClock clock_;
  aws::Key key_{"AKIAOURS", aws::SecretAccessKey(kSecret), "our/token=="};
};

TEST(Forwarded, IsTheRequestWithoutWhatIsAboutTheConnection) {
  auto expected = request();
  expected.headers.remove("Connection");
  expected.headers.set("Content-Length", "2");
  const auto onward = forwarded(request());
  EXPECT_EQ(onward.headers, expected.headers);
  EXPECT_EQ(onward.body, "{}");
}

TEST(Forwarded, LeavesTheScopeBehind) {
  auto scoped = request();
  const auto path = [&](const char* asked) {
    scoped.path = asked;
    return forwarded(scoped).path;
  };
  EXPECT_EQ(path("/s/one"), "/");
  EXPECT_EQ(path("/s/one/"), "/");
  EXPECT_EQ(path("/s/one/a//b"), "/a//b");
  EXPECT_EQ(path("/service"), "/service");
}

TEST(Forwarded, TakesWhatIsAboutTheConnectionFromTheAnswer) {
  const auto reply = forwarded(http::Reply{
      200, {{"Date", "today"}, {"Transfer-Encoding", "chunked"}, {"Content-Length", "5"}}, "x"});
  EXPECT_EQ(reply.headers, (http::Headers{{"Date", "today"}}));
  EXPECT_EQ(reply.body, "x");
}

TEST_F(SignedAnew, IsBelievedByWhoKnowsTheKey) {
  const aws::Authenticator authenticator({"secretsmanager", {}, {key_}, {}}, clock_);
  auto onward = sign();
  EXPECT_FALSE(authenticator.refuse(onward));
  EXPECT_EQ(onward.headers.get("host"), kHost);
  EXPECT_EQ(onward.headers.get("x-amz-date"), "20260101T000000Z");
  EXPECT_EQ(onward.headers.get("x-amz-security-token"), "our/token==");
  onward.headers.set("Host", "localhost:4566");
  EXPECT_TRUE(authenticator.refuse(onward)) << "the name is signed";
}

TEST_F(SignedAnew, LeavesNothingOfTheClientsSignature) {
  key_.session_token.clear();
  const auto onward = sign();
  EXPECT_FALSE(onward.headers.get("x-amz-security-token"));
  for (const auto& [name, value] : onward.headers) {
    EXPECT_EQ(value.find("AKIACLIENT"), std::string::npos) << name;
    EXPECT_EQ(value.find(kSecret), std::string::npos) << name;
  }
}

TEST_F(SignedAnew, TellsTheTrueHashOfTheBodyWhereOneIsTold) {
  auto onward = forwarded(request());
  onward.headers.add("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
  sign_anew(onward, {}, kHost, key_, {"us-east-1", "secretsmanager"}, clock_.now());
  const aws::Authenticator authenticator({"secretsmanager", {}, {key_}, {}}, clock_);
  EXPECT_FALSE(authenticator.refuse(onward));
}

TEST_F(SignedAnew, IsForTheRegionAndTheServiceOfTheClientFirst) {
  EXPECT_EQ(credential(sign()).region, "sa-east-1");
  EXPECT_EQ(credential(sign()).service, "secretsmanager");
  aws::Credential by_client;
  by_client.region = "eu-west-1";
  by_client.service = "dynamodb";
  EXPECT_EQ(credential(sign(by_client)).region, "eu-west-1");
  EXPECT_EQ(credential(sign(by_client)).service, "dynamodb");
}

TEST(KeyFromEnvironment, IsWhatTheSdksTake) {
  const auto key = key_from_environment(variables({{"AWS_ACCESS_KEY_ID", "AKIAX"},
                                                   {"AWS_SECRET_ACCESS_KEY", kSecret},
                                                   {"AWS_SESSION_TOKEN", "token"}}));
  EXPECT_EQ(key.access_key_id, "AKIAX");
  EXPECT_EQ(key.session_token, "token");
}

TEST(KeyFromEnvironment, SaysWhatIsMissingOrCannotBe) {
  EXPECT_NE(refusal(variables({})).find("AWS_ACCESS_KEY_ID is not set"), std::string::npos);
  EXPECT_NE(refusal(variables({{"AWS_ACCESS_KEY_ID", "a"}, {"AWS_SECRET_ACCESS_KEY", ""}}))
                .find("AWS_SECRET_ACCESS_KEY is not set"),
            std::string::npos);
  const auto broken =
      refusal(variables({{"AWS_ACCESS_KEY_ID", "a"}, {"AWS_SECRET_ACCESS_KEY", "hidden\n"}}));
  EXPECT_NE(broken.find("AWS_SECRET_ACCESS_KEY has characters"), std::string::npos) << broken;
  EXPECT_EQ(broken.find("hidden"), std::string::npos);
}

TEST(Complaint, IsMadeOnceAMinute) {
  const http::Reply refused{400, {}, R"({"__type":"com.amazon#InvalidSignatureException"})"};
  const http::Reply fine{200, {}, "{}"};
  const world::Moment start{};
  Complaint complaint;
  EXPECT_FALSE(complaint.about(fine, start));
  EXPECT_TRUE(complaint.about(refused, start));
  EXPECT_FALSE(complaint.about(refused, start + 59s));
  EXPECT_TRUE(complaint.about(refused, start + 60s));
}

}  // namespace
}  // namespace stunt::harness
