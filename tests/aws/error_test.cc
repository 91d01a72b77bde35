// SPDX-License-Identifier: MIT
#include "aws/error.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

const Stamp kStamp{"0f0e0d0c-0000-4000-8000-000000000000", world::Instant{}};

TEST(ErrorReply, HasAwssHeadersInAwssOrder) {
  const auto reply = error_reply({"ResourceNotFoundException", "Gone.", 400, true}, kStamp);
  EXPECT_EQ(reply.status, 400);
  const http::Headers expected = {{"x-amzn-RequestId", "0f0e0d0c-0000-4000-8000-000000000000"},
                                  {"Content-Type", "application/x-amz-json-1.1"},
                                  {"Date", "Thu, 01 Jan 1970 00:00:00 GMT"}};
  EXPECT_EQ(reply.headers, expected);
  EXPECT_EQ(reply.body, R"({"__type":"ResourceNotFoundException","Message":"Gone."})");
}

TEST(ErrorReply, OfTheFrameworkSaysMessageInLowerCase) {
  EXPECT_EQ(error_reply({"ValidationException", "Bad.", 400, false}, kStamp).body,
            R"({"__type":"ValidationException","message":"Bad."})");
}

TEST(ErrorReply, WithoutATextIsJustTheType) {
  EXPECT_EQ(error_reply({"UnknownOperationException", "", 400, false}, kStamp).body,
            R"({"__type":"UnknownOperationException"})");
}

TEST(ErrorReply, SurvivesHalfACharacterInItsMessage) {
  EXPECT_EQ(error_reply({"E", "caf\xc3", 400, true}, kStamp).body,
            "{\"__type\":\"E\",\"Message\":\"caf\xEF\xBF\xBD\"}");
}

TEST(ErrorCode, IsReadBackWithoutItsNamespace) {
  http::Reply reply{400, {}, R"({"__type":"com.amazonaws#Throttling"})"};
  EXPECT_EQ(error_code(reply), "Throttling");
  reply.body = "<html>";
  EXPECT_EQ(error_code(reply), "");
  EXPECT_EQ(error_code({200, {}, R"({"__type":"NoError"})"}), "");
}

TEST(CommonErrors, HaveTheirStatus) {
  ASSERT_TRUE(common_error("ThrottlingException"));
  EXPECT_EQ(common_error("ThrottlingException")->status, 400);
  EXPECT_EQ(common_error("ServiceUnavailable")->status, 503);
  EXPECT_EQ(common_error("Throttling"), nullptr);
}

}  // namespace
}  // namespace stunt::aws
