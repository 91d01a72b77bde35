// SPDX-License-Identifier: MIT
#include "aws/call.h"

#include <gtest/gtest.h>

#include "../support/call_builder.h"
#include "tiny_service.h"

namespace stunt::aws {
namespace {

using test::CallBuilder;
using test::tiny_service;

TEST(Call, NamesOperationAndSecret) {
  CallBuilder built(tiny_service(), "PutBox", {{"BoxId", "attic/red"}, {"Content", "x"}});
  const Call& call = built.call();
  EXPECT_EQ(call.operation, "PutBox");
  ASSERT_TRUE(call.model);
  EXPECT_TRUE(call.model->writes);
  EXPECT_EQ(call.secret_id, "attic/red");
  EXPECT_EQ(call.secret, "attic/red");
  EXPECT_EQ(call.kind, Call::Body::object);
  EXPECT_FALSE(call.is_signed);
}

TEST(Call, FindsTheNameBehindAnArn) {
  CallBuilder built(tiny_service(), "PutBox",
                    {{"BoxId", "arn:aws:boxes:us-east-1:1:secret:attic/red-Ab12Cd"}});
  EXPECT_EQ(built.call().secret, "attic/red");
}

TEST(Call, KeepsAnOperationThatNobodyKnows) {
  CallBuilder built(tiny_service(), "EatBox", {});
  EXPECT_EQ(built.call().operation, "EatBox");
  EXPECT_EQ(built.call().model, nullptr);
}

TEST(Call, HasNoOperationWithoutAValidTarget) {
  http::Request request;
  EXPECT_EQ(read_call(request, tiny_service()).operation, "");
  for (const char* target : {"", "PutBox", "crates.PutBox", "boxes"}) {
    request.headers.set("x-amz-target", target);
    EXPECT_EQ(read_call(request, tiny_service()).operation, "") << target;
  }
}

TEST(Call, TellsWhichOtherServiceIsMeant) {
  const auto read = [](http::Request& request, const char* service, const char* target) {
    request.headers = {{"X-Amz-Target", target},
                       {"Authorization", "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/" +
                                             std::string(service) +
                                             "/aws4_request, SignedHeaders=host, Signature=ab"}};
    return read_call(request, tiny_service());
  };
  http::Request request;
  const auto item = read(request, "dynamodb", "DynamoDB_20120810.GetItem");
  EXPECT_EQ(item.other_service, "dynamodb");
  EXPECT_EQ(item.other_operation, "GetItem");
  EXPECT_EQ(item.operation, "");

  const auto no_target = read(request, "sts", "");
  EXPECT_EQ(no_target.other_service, "sts");
  EXPECT_EQ(no_target.other_operation, "");

  for (const char* pasted : {"Some.secret", "Some.Secret/x", "Some.", "Secret"}) {
    EXPECT_EQ(read(request, "dynamodb", pasted).other_operation, "") << pasted;
  }
  EXPECT_EQ(read(request, "Pass-Word", "A.B").other_service, "");
  EXPECT_EQ(read(request, "boxes", "A.B").other_service, "") << "it is our own";
  EXPECT_EQ(read(request, "crates", "boxes.PutBox").other_service, "") << "the target is ours";
}

TEST(Call, SaysWhatKindOfBodyCame) {
  CallBuilder built(tiny_service(), "PutBox", {});
  EXPECT_EQ(built.raw_body("").call().kind, Call::Body::empty);
  EXPECT_EQ(built.raw_body("[1]").call().kind, Call::Body::other_json);
  EXPECT_EQ(built.raw_body("{\"BoxId\":").call().kind, Call::Body::not_json);
  EXPECT_EQ(built.raw_body("{\"BoxId\":7}").call().kind, Call::Body::object);
  EXPECT_EQ(built.call().secret_id, "");
}

TEST(Call, ReadsWhatTheSdkSaysOfItsRetries) {
  CallBuilder built(tiny_service(), "ListBoxes", {});
  built.header("amz-sdk-invocation-id", "0a1b")
      .header("amz-sdk-request", "ttl=2026Z; attempt=2; max=3");
  EXPECT_EQ(built.call().sdk.invocation, "0a1b");
  EXPECT_EQ(built.call().sdk.attempt, 2u);
  EXPECT_EQ(built.call().sdk.max, 3u);
  EXPECT_EQ(built.call().sdk.ttl, "2026Z");
}

TEST(Call, SurvivesABrokenAttemptHeader) {
  for (const char* text :
       {"", ";", "attempt", "attempt=", "attempt=x; max", "=;=;;", "attempt=99999999999"}) {
    CallBuilder built(tiny_service(), "ListBoxes", {});
    built.header("amz-sdk-request", text);
    EXPECT_EQ(built.call().sdk.attempt, 0u) << text;
  }
}

TEST(Call, IsSignedWhenItSaysSo) {
  CallBuilder built(tiny_service(), "ListBoxes", {});
  built.signed_by("AKID", "eu-west-1");
  EXPECT_TRUE(built.call().is_signed);
  EXPECT_EQ(built.call().credential.region, "eu-west-1");
}

TEST(Draw, DependsOnTheOrdinalAndNotOnValues) {
  const world::Random random(7);
  CallBuilder a(tiny_service(), "PutBox", {{"BoxId", "b"}, {"Content", "one"}});
  CallBuilder b(tiny_service(), "PutBox", {{"BoxId", "b"}, {"Content", "two"}});
  EXPECT_EQ(draw(random, a.call(), "id"), draw(random, b.call(), "id"));
  EXPECT_NE(draw(random, a.call(), "id"), draw(random, b.ordinal(2).call(), "id"));
  EXPECT_NE(draw(random, a.call(), "id"), draw(random, a.call(), "delay"));
  EXPECT_NE(draw(random, a.call(), "id", "x"), draw(random, a.call(), "id", "y"));
}

}  // namespace
}  // namespace stunt::aws
