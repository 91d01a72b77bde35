// SPDX-License-Identifier: MIT
#include "harness/admin/later.h"

#include <atomic>
#include <typeinfo>
#include <utility>

#include <spdlog/spdlog.h>

#include "harness/answered.h"

namespace stunt::harness::admin {
namespace {

http::Reply with(http::Reply reply, const http::Headers& headers) {
  for (const auto& [name, value] : headers) reply.headers.add(name, value);
  return reply;
}

class Later : public Answered {
 public:
  Later(const Ask& ask, std::function<void(Give)> work)
      : Answered(http::Reply{}), headers_(ask.headers) {
    shape_.hold = [work = std::move(work), made = made_,
                   path = ask.request.path](std::function<void()> go_on) {
      const Give give = [made, go_on = std::move(go_on)](http::Reply reply) {
        if (made->given.exchange(true)) return;
        made->reply = std::move(reply);
        go_on();
      };
      bool begun = false;
      auto failure = reply_of(
          [&] {
            work(give);
            begun = true;
            return http::Reply{};
          },
          path);
      if (!begun) give(std::move(failure));
    };
  }

  bool resume() override {
    reply_ = with(std::move(made_->reply), headers_);
    return false;
  }

 private:
  struct Made {
    std::atomic<bool> given{false};
    http::Reply reply{};
  };

  const std::shared_ptr<Made> made_ = std::make_shared<Made>();
  const http::Headers headers_;
};

}  // namespace

std::unique_ptr<http::Exchange> later(const Ask& ask, std::function<void(Give)> work) {
  return std::make_unique<Later>(ask, std::move(work));
}

std::unique_ptr<http::Exchange> at_once(const Ask& ask, http::Reply reply) {
  return std::make_unique<Answered>(with(std::move(reply), ask.headers));
}

http::Reply reply_of(const std::function<http::Reply()>& make, const std::string& instance) {
  try {
    return make();
  } catch (const Problem& problem) {
    return to_reply(problem, instance);
  } catch (const input::BadInput& bad) {
    return to_reply(Problem(bad), instance);
  } catch (const std::exception& error) {
    // Its text stays here: it may quote a body.
    spdlog::error("the admin API failed at {} with a {}; this is a bug in stunt", instance,
                  typeid(error).name());
    return to_reply(Problem(500, "this is a bug in stunt"), instance);
  }
}

}  // namespace stunt::harness::admin
