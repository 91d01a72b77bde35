// SPDX-License-Identifier: MIT
#include "http/serialize.h"

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

const Reply kReply{200, {{"x-amzn-RequestId", "1"}, {"Date", "now"}}, "{}"};

TEST(Serialize, KeepsTheRepliesHeadersAsTheyStand) {
  EXPECT_EQ(serialize(kReply, {}),
            "HTTP/1.1 200 OK\r\nx-amzn-RequestId: 1\r\nDate: now\r\nContent-Length: 2\r\n\r\n{}");
}

TEST(Serialize, SaysWhenTheConnectionIsToClose) {
  EXPECT_EQ(serialize({400, {}, ""}, {.close = true}),
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

TEST(Serialize, TellsAnOldClientThatItsConnectionIsKept) {
  EXPECT_EQ(serialize({204, {}, ""}, {.http_1_0 = true}),
            "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n");
}

TEST(Serialize, LeavesOutTheBodyForHead) {
  EXPECT_EQ(serialize({200, {}, "12345"}, {.head_only = true}),
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
}

}  // namespace
}  // namespace stunt::http
