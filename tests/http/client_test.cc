// SPDX-License-Identifier: MIT
//
// Our own client against our own server.
#include "http/client.h"

#include <future>

#include <gtest/gtest.h>

#include "errand_application.h"
#include "http/server.h"

namespace stunt::http {
namespace {

using test::ErrandApplication;
using namespace std::chrono_literals;

using Result = tl::expected<Reply, NoAnswer>;

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

  NoAnswer why(std::string url, world::Duration timeout = 5s) {
    return post(std::move(url), timeout).get().error();
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
  std::uint16_t port;
  {
    const Server gone({.port = 0}, application_, clock_);
    port = gone.port();
  }
  EXPECT_EQ(why("http://127.0.0.1:" + std::to_string(port)), NoAnswer::no_connection);
}

TEST_F(ClientTest, SaysThatTheTimeIsOver) {
  EXPECT_EQ(why(url("/delay?60000"), 50ms), NoAnswer::late);
}

TEST_F(ClientTest, SaysThatItIsBroken) {
  EXPECT_EQ(why(url("/hold-throw")), NoAnswer::broken);
  EXPECT_EQ(why(url("/big?7000000")), NoAnswer::broken) << "more than it takes";
  EXPECT_EQ(why("file:///dev/null"), NoAnswer::broken);
}

TEST_F(ClientTest, TellsAllWhoWaitWhenItGoes) {
  std::vector<std::future<Result>> results;
  for (int i = 0; i < 40; ++i) results.push_back(post(url("/delay?60000"), 60s));
  ASSERT_TRUE(application_.wait_for_arrived(16));
  client_.reset();
  for (auto& result : results) EXPECT_EQ(result.get().error(), NoAnswer::stopped);
  EXPECT_FALSE(application_.wait_for_ended(16).empty());
}

}  // namespace
}  // namespace stunt::http
