// SPDX-License-Identifier: MIT
//
// Server-sent events of what happens in a scope.
#include <algorithm>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "admin_play.h"

namespace stunt::harness {
namespace {

using test::RawClient;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class AdminEvents : public test::AdminPlay {
 protected:
  std::uint16_t port() const {
    const auto& endpoint = stage_->endpoints().front();
    return static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1)));
  }

  RawClient listen(const std::string& query = {}, const std::string& header = {}) {
    RawClient client(port());
    client.send("GET /_stunt/v1/events" + query + " HTTP/1.1\r\nHost: localhost\r\n" + header +
                "\r\n");
    head_ = client.read_until("retry: 1000\n\n");
    return client;
  }

  void read(const std::string& name = "a") {
    ask("GetSecretValue", R"({"SecretId": ")" + name + R"("})");
  }

  /// Reads until the event of that id, and returns all ids of exchanges.
  static std::vector<int> ids(RawClient& client, int last) {
    auto text = client.read_until("id: " + std::to_string(last) + "\n");
    text += client.read_until("\n\n\r\n");
    std::vector<int> ids;
    for (std::size_t at = 0; (at = text.find("id: ", at)) != std::string::npos; ++at) {
      ids.push_back(std::stoi(text.substr(at + 4)));
    }
    return ids;
  }

  std::string head_;
};

TEST_F(AdminEvents, TellCallsAndTheRulesThatStruckThem) {
  serve(
      "rules: [{ id: r, when: { operation: ListSecrets }, then: { error: ServiceUnavailable } }]");
  auto client = listen();
  EXPECT_THAT(head_, HasSubstr("Content-Type: text/event-stream\r\n"));
  ask("CreateSecret", R"({"Name": "a", "SecretString": "canary-value"})");
  const auto first = client.read_until("\n\n\r\n");
  EXPECT_THAT(first, HasSubstr("id: 1\nevent: exchange\ndata: {\"kind\":\"exchange\",\"seq\":1,"));
  EXPECT_THAT(first, Not(HasSubstr("canary")));
  ask("ListSecrets", "{}");
  const auto second = client.read_until("\n\n\r\n");
  EXPECT_THAT(second, HasSubstr(R"(event: rule
data: {"rule":"r","phase":"before","action":"error:ServiceUnavailable","seq":2})"));
  EXPECT_THAT(second, HasSubstr("id: 2\nevent: exchange\n"));
}

TEST_F(AdminEvents, GoOnBehindTheLastOneThatWasHeard) {
  serve("");
  read(), read(), read();
  auto client = listen("", "Last-Event-ID: 1\r\n");
  EXPECT_THAT(ids(client, 3), ElementsAre(2, 3));
  auto other = listen("?since=2");
  read();
  EXPECT_THAT(ids(other, 4), ElementsAre(3, 4));
  EXPECT_THAT(ids(client, 4), ElementsAre(4));
  EXPECT_EQ(admin("GET", "/_stunt/v1/events?since=x").status, 400);
}

TEST_F(AdminEvents, HaveNoGapAndNothingTwiceHoweverManyCall) {
  settings_.threads = 2;
  serve("");
  constexpr int kThreads = 4, kCalls = 50;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([this] {
      for (int n = 0; n < kCalls; ++n) read();
    });
  }
  std::vector<int> heard;
  int last = 0;
  // Leaves and comes back again and again, while calls come.
  while (last < kThreads * kCalls) {
    auto client = listen("?since=" + std::to_string(last));
    const int until = std::min(last + 7, kThreads * kCalls);
    for (const int id : ids(client, until)) {
      if (id <= until) heard.push_back(id);
    }
    last = until;
  }
  for (auto& thread : threads) thread.join();
  ASSERT_THAT(heard, SizeIs(kThreads * kCalls));
  for (int i = 0; i < kThreads * kCalls; ++i) EXPECT_EQ(heard[static_cast<std::size_t>(i)], i + 1);
}

TEST_F(AdminEvents, SayWhereCallsAreNoLongerKept) {
  serve("");
  read(), read();
  admin("DELETE", "/_stunt/v1/transcript");
  read();
  auto client = listen("?since=0");
  EXPECT_THAT(client.read_until("id: 3\n"),
              HasSubstr("id: 2\nevent: gap\ndata: {\"after\":0,\"upTo\":2}\n\n"));
}

TEST_F(AdminEvents, OfAScopeAreItsOwn) {
  serve("scope: { name: blue }\n");
  auto client = listen("?scope=blue");
  read();
  ask("ListSecrets", "{}", "/s/blue");
  EXPECT_THAT(client.read_until("\n\n\r\n"), HasSubstr("ListSecrets"));
}

TEST_F(AdminEvents, EndWithTheServer) {
  serve("");
  auto client = listen();
  stage_->stop(std::chrono::seconds(10));
  EXPECT_EQ(client.read_all(), "\r\n0\r\n\r\n");
}

TEST_F(AdminEvents, LeaveNobodyBehindWhenListenersLeave) {
  serve("");
  for (int i = 0; i < 120; ++i) {
    auto client = listen();
    client.close();
    // Answered behind the leaving of the one before: its place is free then, or soon.
    ASSERT_EQ(admin("GET", "/_stunt/v1/health").status, 200);
  }
  auto client = listen();
  read();
  EXPECT_THAT(client.read_until("\n\n\r\n"), HasSubstr("event: exchange"));
}

}  // namespace
}  // namespace stunt::harness
