// SPDX-License-Identifier: MIT
#include "errand_application.h"

#include <chrono>
#include <cstdlib>
#include <functional>
#include <stdexcept>

namespace stunt::test {
namespace {

using http::Reply;

class Errand : public http::Exchange {
 public:
  const Reply& reply() const override { return reply_; }
  const http::Shape& shape() const override { return shape_; }
  bool unfinished() const override { return static_cast<bool>(then_); }
  bool resume() override {
    if (!then_) return false;
    shape_ = {};
    std::exchange(then_, nullptr)();
    return true;
  }

  Reply reply_;
  http::Shape shape_;
  std::function<void()> then_;
};

}  // namespace

std::unique_ptr<http::Exchange> ErrandApplication::arrived(http::Request request,
                                                           const http::Arrival& arrival) {
  http::Wire wire;
  std::string wire_body;
  {
    const std::lock_guard lock(mutex_);
    ++arrived_;
    wire = wire_;
    wire_body = wire_body_;
  }
  changed_.notify_all();

  const auto hold = [this](std::function<void()> go_on) {
    {
      const std::lock_guard lock(mutex_);
      held_.push_back(std::move(go_on));
    }
    changed_.notify_all();
  };
  const auto apply = [this](Errand& errand) {
    const std::lock_guard lock(mutex_);
    ++applied_;
    errand.reply_.body = "applied";
  };

  auto errand = std::make_unique<Errand>();
  errand->request = std::move(request);
  errand->arrival = arrival;
  const auto& path = errand->request.path;
  const auto number = std::strtol(errand->request.query.c_str(), nullptr, 10);
  auto& body = errand->reply_.body;
  if (path == "/echo") {
    body = errand->request.method + "," + errand->request.query + "," + errand->request.body;
  } else if (path == "/delay") {
    errand->shape_.delay = std::chrono::milliseconds(number);
    body = "late";
  } else if (path == "/apply") {
    errand->shape_.delay = std::chrono::milliseconds(number);
    errand->then_ = [apply, e = errand.get()] { apply(*e); };
  } else if (path == "/hold") {
    errand->shape_ = {std::chrono::milliseconds(number), hold, {}};
    body = "released";
  } else if (path == "/hold-apply") {
    errand->shape_.hold = hold;
    errand->then_ = [apply, e = errand.get()] { apply(*e); };
  } else if (path == "/hold-twice") {
    errand->shape_.hold = hold;
    errand->then_ = [hold, e = errand.get()] { e->shape_.hold = hold; };
    body = "released twice";
  } else if (path == "/go-on") {
    errand->shape_.hold = [](const std::function<void()>& go_on) {
      for (int i = 0; i < 3; ++i) go_on();
    };
    body = "went on";
  } else if (path == "/hold-throw") {
    errand->shape_.hold = [](const std::function<void()>&) { throw std::runtime_error("no"); };
  } else if (path == "/big") {
    body.assign(static_cast<std::size_t>(number), 'x');
  } else if (path == "/wire") {
    errand->shape_ = {std::chrono::milliseconds(number), {}, wire};
    body = wire_body;
  } else if (path == "/wire-hold") {
    errand->shape_ = {std::chrono::milliseconds(number), hold, wire};
    body = wire_body;
  } else if (path == "/wire-apply") {
    errand->shape_.delay = std::chrono::milliseconds(number);
    errand->then_ = [apply, wire, e = errand.get()] {
      apply(*e);
      e->shape_.wire = wire;
    };
  } else if (path == "/throw") {
    throw std::runtime_error("an application that throws");
  } else if (path == "/throw-int") {
    throw 42;
  } else {
    body = "ok";
  }
  return errand;
}

void ErrandApplication::finished(std::unique_ptr<http::Exchange> exchange) {
  {
    const std::lock_guard lock(mutex_);
    ended_.push_back({exchange->request.path, exchange->delivery.end, exchange->delivery.bytes,
                      exchange->arrival.connection, exchange->arrival.reused});
  }
  changed_.notify_all();
}

std::vector<ErrandApplication::Ended> ErrandApplication::wait_for_ended(std::size_t count) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(5), [&] { return ended_.size() >= count; });
  return ended_;
}

bool ErrandApplication::wait_for_arrived(std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(5), [&] { return arrived_ >= count; });
}

std::vector<std::function<void()>> ErrandApplication::wait_for_held(std::size_t count) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(5), [&] { return held_.size() >= count; });
  return held_;
}

void ErrandApplication::set_wire(const http::Wire& wire, std::string body) {
  const std::lock_guard lock(mutex_);
  wire_ = wire;
  wire_body_ = std::move(body);
}

std::size_t ErrandApplication::arrived() const {
  const std::lock_guard lock(mutex_);
  return arrived_;
}

int ErrandApplication::applied() const {
  const std::lock_guard lock(mutex_);
  return applied_;
}

}  // namespace stunt::test
