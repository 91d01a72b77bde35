// SPDX-License-Identifier: MIT
#include "harness/admin.h"

namespace stunt::harness {
namespace {

class AdminExchange : public http::Exchange {
 public:
  explicit AdminExchange(http::Reply reply) : reply_(std::move(reply)) {}
  const http::Reply& reply() const override { return reply_; }
  const http::Shape& shape() const override { return shape_; }
  bool resume() override { return false; }
  bool unfinished() const override { return false; }

 private:
  http::Reply reply_;
  http::Shape shape_;
};

http::Reply json(int status, const char* type, const aws::Json& body) {
  return {status, {{"Content-Type", type}, {"Cache-Control", "no-store"}}, body.dump(2) + "\n"};
}

http::Reply problem(int status, const std::string& title, const std::string& detail) {
  return json(status, "application/problem+json",
              {{"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}});
}

}  // namespace

std::unique_ptr<http::Exchange> Admin::answer(http::Request request,
                                              const http::Arrival& arrival) const {
  auto exchange = std::make_unique<AdminExchange>(route(request));
  exchange->request = std::move(request);
  exchange->arrival = arrival;
  return exchange;
}

http::Reply Admin::route(const http::Request& request) const {
  struct Route {
    std::string_view method, path;
    http::Reply (*answer)(const Admin&);
  };
  static constexpr Route kRoutes[] = {
      {"GET", "/_stunt/v1/health",
       [](const Admin& admin) { return json(200, "application/json", admin.health_()); }},
  };

  const Route* other_method = nullptr;
  for (const auto& route : kRoutes) {
    if (route.path != request.path) continue;
    if (route.method == request.method || request.method == "HEAD") return route.answer(*this);
    other_method = &route;
  }
  if (other_method) {
    auto reply = problem(405, "Method Not Allowed",
                         "this path answers to " + std::string(other_method->method));
    reply.headers.add("Allow", std::string(other_method->method));
    return reply;
  }
  std::string known;
  for (const auto& route : kRoutes) {
    known +=
        (known.empty() ? "" : ", ") + std::string(route.method) + " " + std::string(route.path);
  }
  return problem(404, "Not Found", "there is no such admin route; there are: " + known);
}

}  // namespace stunt::harness
