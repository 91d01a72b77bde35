// SPDX-License-Identifier: MIT
#include "harness/admin.h"

#include <utility>

#include <tl/expected.hpp>

#include "harness/answered.h"
#include "input/duration.h"

namespace stunt::harness {
namespace {

using namespace std::string_literals;

http::Reply json(int status, const char* type, const aws::Json& body) {
  return {status, {{"Content-Type", type}, {"Cache-Control", "no-store"}}, body.dump(2) + "\n"};
}

http::Reply success(const aws::Json& body) { return json(200, "application/json", body); }

http::Reply problem(int status, const std::string& title, const std::string& detail) {
  return json(status, "application/problem+json",
              {{"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}});
}

/// "24h" of {"advance": "24h"}.
tl::expected<world::Duration, std::string> read_advance(const std::string& body) {
  const auto json = aws::parse_json(body);
  const auto* by = json ? aws::member(*json, "advance") : nullptr;
  if (!by || !by->is_string() || json->size() != 1) {
    return tl::unexpected(R"(the body is to be {"advance": "24h"})"s);
  }
  return input::parse_duration(by->get_ref<const std::string&>())
      .map_error([](const input::Wrong& wrong) { return wrong.message + "; " + wrong.hint; });
}

/// Its reply is made by something that takes time.
class Making : public Answered {
 public:
  using Made = std::function<void(http::Reply)>;

  explicit Making(std::function<void(Made)> work) : Answered(http::Reply{}) {
    shape_.hold = [work = std::move(work), made = made_](std::function<void()> go_on) {
      work([made, go_on = std::move(go_on)](http::Reply reply) {
        *made = std::move(reply);
        go_on();
      });
    };
  }

  bool resume() override {
    reply_ = std::move(*made_);
    return false;
  }

 private:
  const std::shared_ptr<http::Reply> made_ = std::make_shared<http::Reply>();
};

Admin::Errand answered(http::Reply reply) { return std::make_unique<Answered>(std::move(reply)); }

}  // namespace

Admin::Errand Admin::answer(http::Request request, const http::Arrival& arrival) const {
  auto exchange = route(request);
  exchange->request = std::move(request);
  exchange->arrival = arrival;
  return exchange;
}

Admin::Errand Admin::route(const http::Request& request) const {
  struct Route {
    std::string_view method, path;
    Errand (Admin::*answer)(const http::Request&) const;
  };
  static constexpr Route kRoutes[] = {
      {"GET", "/_stunt/v1/health", &Admin::health},
      {"POST", "/_stunt/v1/clock", &Admin::move_clock},
  };

  const Route* other_method = nullptr;
  for (const auto& route : kRoutes) {
    if (route.path != request.path) continue;
    const bool head = request.method == "HEAD" && route.method == "GET";
    if (route.method == request.method || head) return (this->*route.answer)(request);
    other_method = &route;
  }
  if (other_method) {
    auto reply = problem(405, "Method Not Allowed",
                         "this path answers to " + std::string(other_method->method));
    reply.headers.add("Allow", std::string(other_method->method));
    return answered(std::move(reply));
  }
  std::string known;
  for (const auto& route : kRoutes) {
    known +=
        (known.empty() ? "" : ", ") + std::string(route.method) + " " + std::string(route.path);
  }
  return answered(problem(404, "Not Found", "there is no such admin route; there are: " + known));
}

Admin::Errand Admin::health(const http::Request&) const { return answered(success(health_())); }

Admin::Errand Admin::move_clock(const http::Request& request) const {
  if (!advance_) {
    return answered(problem(409, "Conflict",
                            "this is the machine's clock; --deterministic has one that is moved"));
  }
  const auto by = read_advance(request.body);
  if (!by) return answered(problem(400, "Bad Request", by.error()));
  return std::make_unique<Making>([this, by = *by](const Making::Made& made) {
    advance_(by, [made](const aws::Json& moved) { made(success(moved)); });
  });
}

}  // namespace stunt::harness
