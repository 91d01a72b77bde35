// SPDX-License-Identifier: MIT
//
// What the server does on one connection, byte by byte.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "../support/raw_client.h"
#include "errand_application.h"
#include "http/server.h"

namespace stunt::http {
namespace {

using test::body_of;
using test::ErrandApplication;
using test::RawClient;
using test::status_of;
using testing::EndsWith;
using testing::HasSubstr;

class ServerConnection : public testing::Test {
 protected:
  ServerConnection() { server_.start(); }

  RawClient connect() { return RawClient(server_.port()); }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0}, application_, clock_};
};

TEST_F(ServerConnection, IsKeptFromOneRequestToTheNext) {
  auto client = connect();
  for (int i = 0; i < 3; ++i) {
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read_answer(), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  }
  const auto ended = application_.wait_for_ended(3);
  ASSERT_EQ(ended.size(), 3u);
  EXPECT_FALSE(ended[0].reused);
  EXPECT_TRUE(ended[2].reused);
  EXPECT_EQ(ended[2].connection, 1u);
  EXPECT_EQ(ended[2].end, Delivery::End::sent);
  EXPECT_EQ(ended[2].bytes, std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").size());
}

TEST_F(ServerConnection, ClosesWhenTheClientAsks) {
  auto client = connect();
  client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(client.read_all(), EndsWith("Connection: close\r\n\r\nok"));
  EXPECT_EQ(client.last_end(), RawClient::End::eof);
}

TEST_F(ServerConnection, ServesAnHttp10Client) {
  auto client = connect();
  client.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_THAT(client.read_all(), EndsWith("\r\n\r\nok"));
  EXPECT_EQ(client.last_end(), RawClient::End::eof);
}

TEST_F(ServerConnection, AnswersPipelinedRequestsInOrder) {
  auto client = connect();
  client.send(
      "GET /delay?30 HTTP/1.1\r\nHost: a\r\n\r\n"
      "POST /echo?2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\ntwo"
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()), "late");
  EXPECT_EQ(body_of(client.read_answer()), "POST,2,two");
  EXPECT_EQ(body_of(client.read_answer()), "ok");
}

TEST_F(ServerConnection, SendsContinueToAClientThatWaitsForIt) {
  auto client = connect();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("ok");
  EXPECT_EQ(body_of(client.read_answer()), "POST,,ok");
}

TEST_F(ServerConnection, TakesAChunkSplitBetweenCrAndLf) {
  auto client = connect();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r");
  // A whole round trip on another connection: the first piece has been read by then.
  auto other = connect();
  other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(other.read_answer()), "ok");
  client.send("\n0\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()), "POST,,hello");
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()), "ok");
}

TEST_F(ServerConnection, AnswersHeadWithoutABody) {
  auto client = connect();
  client.send("HEAD /big?100 HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.read_answer(/*head_only=*/true), HasSubstr("Content-Length: 100"));
  EXPECT_EQ(body_of(client.read_answer()), "ok");
}

TEST_F(ServerConnection, TellsWhyItRefusesAndCloses) {
  auto client = connect();
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc");
  const auto answer = client.read_all();
  EXPECT_EQ(status_of(answer), 400);
  EXPECT_EQ(body_of(answer), "Two Content-Length headers contradict each other.\n");
  EXPECT_EQ(client.last_end(), RawClient::End::eof);
}

TEST_F(ServerConnection, RefusesABodyThatIsTooLargeWithoutReadingIt) {
  auto client = connect();
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n" +
              std::string(200000, 'x'));
  EXPECT_EQ(status_of(client.read_answer()), 413);
}

TEST_F(ServerConnection, TakesABodyOfExactlyTheLimit) {
  auto client = connect();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n" +
              std::string(1048576, 'x'));
  EXPECT_EQ(body_of(client.read_answer()).size(), 1048576u + 6);
}

TEST_F(ServerConnection, PassesOddHeadersOn) {
  for (const char* header :
       {"Accept: text/html, *; q=.2", "Content-Type: foo", "Date: 20260101T000000Z", "Cookie: abc",
        "Cache-Control: immutable", "Content-Encoding: br", "TE: trailers"}) {
    auto client = connect();
    client.send("GET / HTTP/1.1\r\nHost: a:99999\r\n" + std::string(header) + "\r\n\r\n");
    EXPECT_EQ(status_of(client.read_answer()), 200) << header;
  }
}

TEST_F(ServerConnection, Answers500ToAnExceptionOfAnyKind) {
  for (const char* path : {"/throw", "/throw-int"}) {
    auto client = connect();
    client.send("GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(client.read_answer()), 500) << path;
  }
  auto client = connect();
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_of(client.read_answer()), 200);
}

TEST_F(ServerConnection, ThatNobodyReadsDoesNotHoldUpOthers) {
  auto slow = connect();
  const int small = 4096;
  ::setsockopt(slow.fd(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  slow.send("GET /big?50000000 HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_TRUE(application_.wait_for_arrived(1));
  for (int i = 0; i < 10; ++i) {
    auto other = connect();
    other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(body_of(other.read_answer()), "ok");
  }
  EXPECT_EQ(slow.wait(), RawClient::End::data);
}

TEST_F(ServerConnection, DeliversAnAnswerLargerThanAnyBuffer) {
  auto client = connect();
  client.send("GET /big?50000000 HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()).size(), 50000000u);
  EXPECT_EQ(body_of(client.read_answer()), "ok");
}

TEST_F(ServerConnection, OfAClientThatLeavesMidAnswerIsToldSo) {
  {
    auto client = connect();
    client.send("GET /big?50000000 HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(application_.wait_for_arrived(1));
    client.reset();
  }
  const auto ended = application_.wait_for_ended(1);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].end, Delivery::End::client_gone);
  EXPECT_LT(ended[0].bytes, 50000000u);
}

TEST_F(ServerConnection, AnswersAClientThatShutItsSendingSide) {
  auto client = connect();
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  client.half_close();
  EXPECT_EQ(body_of(client.read_all()), "ok");
}

TEST_F(ServerConnection, HoldsItsInputWhenToldTo) {
  auto client = connect();
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(body_of(client.read_answer()), "ok");
  server_.hold_input(true);
  client.send("GET /echo?1 HTTP/1.1\r\nHost: a\r\n\r\n");
  RawClient impatient(server_.port(), 50);
  impatient.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(impatient.wait(), RawClient::End::timeout);
  server_.hold_input(false);
  EXPECT_EQ(body_of(client.read_answer()), "GET,1,");
}

}  // namespace
}  // namespace stunt::http
