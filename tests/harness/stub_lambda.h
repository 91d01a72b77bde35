// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "aws/json.h"
#include "http/server.h"

namespace stunt::test {

/// A Lambda endpoint in this process: notes how it is invoked, and answers 200 `null` unless a step
/// was given another answer.
class StubLambda : public http::Application {
 public:
  StubLambda() { server_.start(); }

  std::string endpoint() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

  /// What the step is answered from now on, after a wait.
  void set(const std::string& step, http::Reply reply, world::Duration delay = {}) {
    const std::lock_guard lock(mutex_);
    replies_[step] = {std::move(reply), delay};
  }

  /// Waits until it was invoked so often; 5 s at most.
  bool wait_for_invocations(std::size_t count) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(5),
                             [&] { return invocations_.size() >= count; });
  }

  /// The same until so many were answered, or given up by whoever invoked it.
  bool wait_for_ends(std::size_t count) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(5), [&] { return ended_ >= count; });
  }

  std::vector<http::Request> invocations() const {
    const std::lock_guard lock(mutex_);
    return invocations_;
  }

  /// "createSecret setSecret"
  std::string steps() const {
    std::string steps;
    for (const auto& request : invocations()) steps += (steps.empty() ? "" : " ") + step(request);
    return steps;
  }

  std::unique_ptr<http::Exchange> arrived(http::Request request, const http::Arrival&) override {
    const std::lock_guard lock(mutex_);
    auto exchange = std::make_unique<Answer>();
    const auto found = replies_.find(step(request));
    if (found != replies_.end()) {
      exchange->reply_ = found->second.first;
      exchange->shape_.delay = found->second.second;
    }
    invocations_.push_back(std::move(request));
    changed_.notify_all();
    return exchange;
  }
  void finished(std::unique_ptr<http::Exchange>) override {
    const std::lock_guard lock(mutex_);
    ++ended_;
    changed_.notify_all();
  }

 private:
  struct Answer : http::Exchange {
    const http::Reply& reply() const override { return reply_; }
    const http::Shape& shape() const override { return shape_; }
    bool resume() override { return false; }
    bool unfinished() const override { return false; }
    http::Reply reply_{200, {}, "null"};
    http::Shape shape_{};
  };

  static std::string step(const http::Request& request) {
    const auto event = aws::parse_json(request.body);
    return event ? std::string(aws::text_member(*event, "Step")) : "no JSON";
  }

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::map<std::string, std::pair<http::Reply, world::Duration>> replies_;
  std::vector<http::Request> invocations_;
  std::size_t ended_ = 0;
  world::SystemClock clock_;
  http::Server server_{{.port = 0}, *this, clock_};
};

}  // namespace stunt::test
