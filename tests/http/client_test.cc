// SPDX-License-Identifier: MIT
//
// Our own client against our own server.
#include "http/client.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "errand_application.h"
#include "http/server.h"

namespace stunt::http {
namespace {

using test::ErrandApplication;
using namespace std::chrono_literals;

using Result = tl::expected<Reply, NoAnswer>;
using Reason = NoAnswer::Reason;

/// Keeps the requests as they came.
class Mirror : public Application {
 public:
  std::unique_ptr<Exchange> arrived(Request request, const Arrival& arrival) override {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    connections_.push_back(arrival.connection);
    auto answer = std::make_unique<Answer>();
    answer->request = std::move(request);
    return answer;
  }
  void finished(std::unique_ptr<Exchange>) override {}

  std::vector<Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  std::vector<std::uint64_t> connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
  }

 private:
  struct Answer : Exchange {
    const Reply& reply() const override { return reply_; }
    const Shape& shape() const override { return shape_; }
    bool resume() override { return false; }
    bool unfinished() const override { return false; }
    Reply reply_{201, {{"X-Theirs", "a"}, {"X-Theirs", "b"}, {"Content-Encoding", "gzip"}}, "raw"};
    Shape shape_{};
  };

  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::vector<std::uint64_t> connections_;
};

class ClientTest : public testing::Test {
 protected:
  ClientTest() { server_.start(); }

  std::string url(const std::string& target) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + target;
  }

  std::future<Result> post(std::string url, world::Duration timeout = 5s) {
    auto result = std::make_shared<std::promise<Result>>();
    client_->post({std::move(url), {{"X-Mine", "1"}}, "body", timeout},
                  [result](Result told) { result->set_value(std::move(told)); });
    return result->get_future();
  }

  NoAnswer::Reason why(std::string url, world::Duration timeout = 5s) {
    return post(std::move(url), timeout).get().error().reason;
  }

  world::SystemClock clock_;
  ErrandApplication application_;
  Server server_{{.port = 0}, application_, clock_};
  std::optional<Client> client_{std::in_place};
};

TEST_F(ClientTest, PostsAndHasTheAnswer) {
  const auto reply = post(url("/echo?a=b")).get();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200);
  EXPECT_EQ(reply->body, "POST,a=b,body");
  EXPECT_EQ(reply->headers.get("content-length"), "13");
}

TEST_F(ClientTest, SaysThatNobodyListens) {
  std::string address;
  {
    const Server gone({.port = 0}, application_, clock_);
    address = "127.0.0.1:" + std::to_string(gone.port());
  }
  const auto told = post("http://" + address).get();
  ASSERT_FALSE(told);
  EXPECT_EQ(told.error().reason, Reason::no_connection);
  EXPECT_NE(told.error().detail.find("127.0.0.1"), std::string::npos) << told.error().detail;
}

TEST_F(ClientTest, SaysThatTheTimeIsOver) {
  EXPECT_EQ(why(url("/delay?60000"), 50ms), Reason::late);
}

TEST_F(ClientTest, SaysThatItIsBroken) {
  EXPECT_EQ(why(url("/hold-throw")), Reason::broken);
  EXPECT_EQ(why("file:///dev/null"), Reason::broken);
}

TEST_F(ClientTest, TakesNoMoreThanItIsTold) {
  EXPECT_EQ(why(url("/big?7000000")), Reason::too_large);
  client_.emplace(ClientOptions{.body_bytes = 100});
  EXPECT_EQ(why(url("/big?101")), Reason::too_large);
  EXPECT_EQ(post(url("/big?100")).get()->body.size(), 100);
}

TEST_F(ClientTest, SendsWhatItIsToldAndNothingElse) {
  Mirror mirror;
  Server server({.port = 0}, mirror, clock_);
  server.start();
  const auto origin = "http://127.0.0.1:" + std::to_string(server.port());
  const Headers headers = {
      {"Host", "somebody.else:99"}, {"x-b", "2"}, {"X-A", "1"}, {"X-A", "3"}, {"X-None", ""}};
  const auto ask = [&](std::string method, std::string target, std::string body) {
    std::promise<Result> told;
    client_->post(
        {origin + "/", headers, std::move(body), 5s, std::move(method), std::move(target)},
        [&](Result result) { told.set_value(std::move(result)); });
    return told.get_future().get();
  };

  ASSERT_TRUE(ask("GET", "/a/../b//%7e?x=%2F&x=1", ""));
  ASSERT_TRUE(ask("DELETE", "/c", "with a body"));
  ASSERT_TRUE(ask("HEAD", "/d", ""));
  const auto last = ask("POST", "/", "");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->status, 201);
  EXPECT_EQ(last->body, "raw") << "what is encoded stays so";
  EXPECT_EQ(last->headers, (Headers{{"X-Theirs", "a"},
                                    {"X-Theirs", "b"},
                                    {"Content-Encoding", "gzip"},
                                    {"Content-Length", "3"}}));

  const auto requests = mirror.requests();
  ASSERT_EQ(requests.size(), 4);
  EXPECT_EQ(requests[0].method, "GET");
  EXPECT_EQ(requests[0].path, "/a/../b//%7e");
  EXPECT_EQ(requests[0].query, "x=%2F&x=1");
  EXPECT_EQ(requests[0].headers, headers);
  EXPECT_EQ(requests[1].method, "DELETE");
  EXPECT_EQ(requests[1].body, "with a body");
  EXPECT_EQ(requests[1].headers.get("content-length"), "11");
  EXPECT_EQ(requests[2].method, "HEAD");
  EXPECT_EQ(requests[3].headers.get("content-length"), "0");
  EXPECT_EQ(mirror.connections(), std::vector<std::uint64_t>(4, 1)) << "one connection for all";
}

TEST_F(ClientTest, NeverAsksTwice) {
  Wire cut;
  cut.silent = true;
  cut.end = Wire::End::reset;
  application_.set_wire(cut);
  ASSERT_TRUE(post(url("/echo")).get()) << "opens a connection that is kept";
  EXPECT_EQ(why(url("/wire?0")), Reason::broken);
  const auto ended = application_.wait_for_ended(2);
  ASSERT_EQ(ended.size(), 2);
  EXPECT_TRUE(ended[1].reused) << "only there would libcurl try again";
  EXPECT_EQ(application_.arrived(), 2);
}

TEST_F(ClientTest, HasOnlySoManyAtOnce) {
  client_.emplace(ClientOptions{.at_once = 2});
  std::vector<std::future<Result>> results;
  for (int i = 0; i < 5; ++i) results.push_back(post(url("/hold?0")));
  std::size_t let_go = 0;
  while (let_go < 5) {
    const auto held = application_.wait_for_held(std::min<std::size_t>(let_go + 2, 5));
    EXPECT_LE(held.size(), let_go + 2);
    held.at(let_go++)();
  }
  for (auto& result : results) EXPECT_TRUE(result.get());
}

TEST_F(ClientTest, TellsAllWhoWaitWhenItGoes) {
  std::vector<std::future<Result>> results;
  for (int i = 0; i < 40; ++i) results.push_back(post(url("/delay?60000"), 60s));
  ASSERT_TRUE(application_.wait_for_arrived(16));
  client_.reset();
  for (auto& result : results) EXPECT_EQ(result.get().error().reason, Reason::stopped);
  EXPECT_FALSE(application_.wait_for_ended(16).empty());
}

}  // namespace
}  // namespace stunt::http
