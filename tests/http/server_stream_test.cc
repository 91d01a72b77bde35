// SPDX-License-Identifier: MIT
//
// Answers that go on: what is pushed from any thread goes out as it comes, until somebody ends it.
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "../support/raw_client.h"
#include "http/server.h"
#include "http/stream.h"

namespace stunt::http {
namespace {

using test::RawClient;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using namespace std::chrono_literals;

class Going : public Streamed {
 public:
  explicit Going(StreamOptions options) : Streamed(std::move(options)) {}
  const Reply& reply() const override { return reply_; }
  const Shape& shape() const override { return shape_; }
  bool resume() override { return false; }
  bool unfinished() const override { return false; }

 private:
  const Reply reply_{200, {{"Content-Type", "text/event-stream"}}, "first"};
  const Shape shape_{};
};

/// Every answer is a stream that the test holds.
class StreamApplication : public Application {
 public:
  std::unique_ptr<Exchange> arrived(Request request, const Arrival&) override {
    auto exchange = std::make_unique<Going>(options);
    exchange->request = std::move(request);
    const std::lock_guard lock(mutex_);
    streams_.push_back(exchange->stream());
    changed_.notify_all();
    return exchange;
  }

  void finished(std::unique_ptr<Exchange> exchange) override {
    const auto delivery = exchange->delivery;
    exchange.reset();
    const std::lock_guard lock(mutex_);
    ended_.push_back(delivery);
    changed_.notify_all();
  }

  std::shared_ptr<Stream> wait_for_stream(std::size_t count = 1) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, 5s, [&] { return streams_.size() >= count; });
    return streams_.at(count - 1);
  }

  Delivery wait_for_end(std::size_t count = 1) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, 5s, [&] { return ended_.size() >= count; });
    return ended_.at(count - 1);
  }

  StreamOptions options{};

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::shared_ptr<Stream>> streams_;
  std::vector<Delivery> ended_;
};

class ServerStream : public testing::Test {
 protected:
  ServerStream() { server_->start(); }

  static void get(RawClient& client, const std::string& method = "GET",
                  const std::string& version = "1.1") {
    client.send(method + " / HTTP/" + version + "\r\nHost: a\r\n\r\n");
  }

  world::SystemClock clock_;
  StreamApplication application_;
  std::optional<Server> server_{std::in_place, ServerOptions{.port = 0}, application_, clock_};
};

TEST_F(ServerStream, GoesOutAsItComesInChunks) {
  RawClient client(server_->port());
  get(client);
  EXPECT_EQ(client.read_until("first\r\n"),
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
  const auto stream = application_.wait_for_stream();
  std::thread([&] { stream->push("0123456789abcdef"); }).join();
  EXPECT_EQ(client.read_until("f\r\n"), "10\r\n0123456789abcdef\r\n");
  std::thread([&] { stream->push(""), stream->end(), stream->push("too late"); }).join();
  EXPECT_EQ(client.read_until("0\r\n\r\n"), "0\r\n\r\n");
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::sent);
}

TEST_F(ServerStream, LeavesItsConnectionToTheNextRequest) {
  RawClient client(server_->port());
  get(client);
  get(client);
  client.read_until("first\r\n");
  application_.wait_for_stream(1)->end();
  EXPECT_THAT(client.read_until("first\r\n"), StartsWith("0\r\n\r\nHTTP/1.1 200 OK\r\n"));
  EXPECT_FALSE(application_.wait_for_stream(2)->is_over());
  EXPECT_TRUE(application_.wait_for_stream(1)->is_over());
}

TEST_F(ServerStream, HasEndedBeforeItWasOpened) {
  Stream stream;
  stream.push("all");
  stream.end();
  bool told = false;
  stream.open([&] { told = true; });
  EXPECT_TRUE(told);
  const auto taken = stream.take();
  EXPECT_EQ(taken.bytes, "all");
  EXPECT_TRUE(taken.last);
}

TEST_F(ServerStream, ToAnOldClientLastsUntilTheConnectionCloses) {
  RawClient client(server_->port());
  get(client, "GET", "1.0");
  const auto stream = application_.wait_for_stream();
  stream->push(", second");
  stream->end();
  const auto all = client.read_all();
  EXPECT_THAT(all, HasSubstr("Connection: close\r\n\r\nfirst, second"));
  EXPECT_THAT(all, Not(HasSubstr("chunked")));
  EXPECT_EQ(client.last_end(), RawClient::End::eof);
}

TEST_F(ServerStream, OfHeadIsItsHeadAlone) {
  RawClient client(server_->port());
  get(client, "HEAD");
  EXPECT_THAT(client.read_until("\r\n\r\n"), HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::sent);
  EXPECT_TRUE(application_.wait_for_stream()->is_over());
  get(client);
  EXPECT_THAT(client.read_until("first"), StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST_F(ServerStream, EndsWhenTheClientLeaves) {
  RawClient client(server_->port());
  get(client);
  client.read_until("first\r\n");
  const auto stream = application_.wait_for_stream();
  EXPECT_FALSE(stream->is_over());
  client.close();
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::client_gone);
  EXPECT_TRUE(stream->is_over());
  stream->push("to nobody");
}

TEST_F(ServerStream, OfAClientThatResetsEndsToo) {
  RawClient client(server_->port());
  get(client);
  client.read_until("first\r\n");
  client.reset();
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::client_gone);
}

TEST_F(ServerStream, CutsOffAClientThatReadsTooSlowly) {
  RawClient client(server_->port());
  get(client);
  client.read_until("first\r\n");
  const auto stream = application_.wait_for_stream();
  const std::string much(64 * 1024, 'x');
  // The kernel's buffers take some megabytes, and then ours fills.
  for (int i = 0; i < 4096 && !stream->is_over(); ++i) stream->push(much);
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::reset);
  EXPECT_TRUE(stream->is_over());
}

TEST_F(ServerStream, WaitsForASlowClientWithinItsBound) {
  RawClient client(server_->port());
  get(client);
  client.read_until("first\r\n");
  const auto stream = application_.wait_for_stream();
  const std::string much(3 << 20, 'x');
  stream->push(much);
  stream->end();
  const auto rest = client.read_until("0\r\n\r\n");
  EXPECT_EQ(std::count(rest.begin(), rest.end(), 'x'), std::ptrdiff_t{3 << 20});
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::sent);
}

TEST_F(ServerStream, EndsInOrderWhenTheServerStops) {
  RawClient client(server_->port());
  get(client);
  client.read_until("first\r\n");
  application_.wait_for_stream()->push("last");
  std::thread stopper([&] { server_->stop(60s); });
  EXPECT_EQ(client.read_all(), "4\r\nlast\r\n0\r\n\r\n");
  stopper.join();
  EXPECT_EQ(application_.wait_for_end().end, Delivery::End::sent);
}

TEST_F(ServerStream, MayBePushedAfterTheServerHasGone) {
  RawClient client(server_->port());
  get(client);
  const auto stream = application_.wait_for_stream();
  server_.reset();
  stream->push("to nobody");
  stream->end();
  EXPECT_TRUE(stream->is_over());
}

TEST_F(ServerStream, ManyThreadsPushWhileTheServerStops) {
  RawClient client(server_->port());
  get(client);
  const auto stream = application_.wait_for_stream();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 500; ++n) stream->push("a line\n");
    });
  }
  server_->stop();
  for (auto& thread : threads) thread.join();
  EXPECT_TRUE(stream->is_over());
}

TEST_F(ServerStream, SaysThatItIsThereWhenNothingElseIsSaid) {
  application_.options.idle_bytes = ":\n\n";
  application_.options.idle = 1ms;
  RawClient client(server_->port());
  get(client);
  client.read_until("first\r\n");
  EXPECT_EQ(client.read_until(":\n\n\r\n"), "3\r\n:\n\n\r\n");
}

TEST_F(ServerStream, IsNoIdleConnection) {
  StreamApplication application;
  ServerOptions options{.port = 0};
  options.limits.idle = 0s;
  options.limits.partial = 0s;
  Server server(options, application, clock_);
  application.options.idle_bytes = ":";
  application.options.idle = 1ms;
  server.start();
  RawClient client(server.port());
  get(client);
  EXPECT_THAT(client.read_until("1\r\n:\r\n1\r\n:\r\n"), HasSubstr("first")) << "two sweeps long";
}

}  // namespace
}  // namespace stunt::http
