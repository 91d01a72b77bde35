// SPDX-License-Identifier: MIT
#include "harness/admin/admin.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "harness/admin/errands.h"
#include "harness/admin/later.h"
#include "harness/admin/path.h"
#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

/// Also the paths that other programs have and that we answer to.
constexpr std::array<std::string_view, 3> kPrefixes = {"/_stunt/", "/_localstack/chaos/",
                                                       "/moto-api/reset"};

/// Whoever starts the server asks here whether it is there, at the door that it knows.
constexpr std::string_view kHealth = "/_stunt/v1/health";

bool answers(const Route& route, const std::string& method) {
  return route.method == method || (method == "HEAD" && route.method == "GET");
}

std::string no_such_route(const std::vector<Route>& routes, const std::string& path) {
  std::set<std::string_view> paths;
  for (const auto& route : routes) paths.insert(route.path);
  const std::vector<std::string_view> known(paths.begin(), paths.end());
  const auto meant = input::did_you_mean(path, known);
  return "there is no admin route " + input::quote(path) +
         (meant ? "; did you mean " + input::quote(*meant) + "? " : "; ") +
         "/_stunt/openapi.json has them all";
}

/// The routes whose path this is.
struct OtherMethods : Problem {
  explicit OtherMethods(std::string allow_)
      : Problem(405, "this path answers to " + allow_), allow(std::move(allow_)) {}
  std::string allow;
};

}  // namespace

Admin::Admin(const Ground& ground, const std::vector<Route>& routes)
    : ground_(ground), routes_(routes), guard_(with_token(ground.settings.admin)) {}

void Admin::served_at(const std::vector<std::string>& addresses,
                      const std::vector<std::string>& names, std::string own_door) {
  guard_.listening(addresses, names);
  own_door_ = std::move(own_door);
}

bool Admin::owns(const http::Request& request) const {
  return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [&](std::string_view prefix) { return request.path.starts_with(prefix); });
}

std::unique_ptr<http::Exchange> Admin::answer(http::Request request, const http::Arrival& arrival,
                                              Door door) const {
  auto exchange = dispatch({ground_, request}, door);
  exchange->request = std::move(request);
  exchange->arrival = arrival;
  return exchange;
}

std::unique_ptr<http::Exchange> Admin::dispatch(Ask ask, Door door) const {
  const auto path = ask.request.path;
  std::unique_ptr<http::Exchange> exchange;
  auto refused = reply_of(
      [&] {
        const Route* route = nullptr;
        std::optional<Problem> lost;
        http::Headers allow;
        try {
          route = &find(ask);
        } catch (const OtherMethods& other) {
          lost = other;
          allow = {{"Allow", other.allow}};
        } catch (const Problem& unknown) {
          lost = unknown;
        }
        // Who may not ask is not told what there is.
        if (auto reply = guard_.refuse(ask.request, route && route->open)) return *reply;
        ask.headers = guard_.headers(ask.request);
        ask.trusted = guard_.trusts(ask.request);
        if (auto reply = guard_.preflight(ask.request)) {
          ask.headers = {};
          return *reply;
        }
        if (lost) {
          auto reply = to_reply(*lost, path);
          for (const auto& [name, value] : allow) reply.headers.add(name, value);
          return reply;
        }
        check_door(*route, door);
        read_parameters(*route, ask);
        exchange = act(*route, ask);
        return http::Reply{};
      },
      path);
  return exchange ? std::move(exchange) : at_once(ask, std::move(refused));
}

std::unique_ptr<http::Exchange> Admin::act(const Route& route, Ask ask) const {
  if (const auto* open = std::get_if<Open>(&route.act)) return open->act(std::move(ask));
  if (const auto* quick = std::get_if<Quick>(&route.act)) return at_once(ask, (*quick)(ask));
  const auto act = std::get<Slow>(route.act).act;
  const auto shared = std::make_shared<const Ask>(std::move(ask));
  return later(*shared, [errands = &ground_.errands, shared, act](const Give& give) {
    const bool taken = errands->post([shared, act, give] {
      give(reply_of([&] { return act(*shared); }, shared->request.path));
    });
    if (!taken) throw Problem(503, "too much is being asked for at once, or the server stops");
  });
}

const Route& Admin::find(Ask& ask) const {
  // As OpenAPI has it, a path goes before a template that it fits too.
  const bool is_whole = std::any_of(routes_.begin(), routes_.end(), [&](const auto& route) {
    return route.path == ask.request.path;
  });
  std::string allow;
  for (const auto& route : routes_) {
    if (is_whole && route.path != ask.request.path) continue;
    auto arguments = match_path(route.path, ask.request.path);
    if (!arguments) continue;
    if (answers(route, ask.request.method)) {
      ask.arguments = *std::move(arguments);
      return route;
    }
    allow += (allow.empty() ? "" : ", ") + std::string(route.method);
  }
  if (!allow.empty()) throw OtherMethods(allow);
  throw Problem(404, no_such_route(routes_, ask.request.path));
}

void Admin::check_door(const Route& route, Door door) const {
  if (door == Door::own || route.path == kHealth) return;
  if (!ground_.settings.admin.enabled) {
    throw Problem(404, "the admin API is off; start without --admin off");
  }
  if (!own_door_.empty()) throw Problem(404, "the admin API is at " + own_door_);
}

void Admin::read_parameters(const Route& route, Ask& ask) const {
  ask.query = read_query(ask.request.query);
  std::vector<std::string_view> known;
  if (route.scoped) known.push_back("scope");
  for (const auto& parameter : route.parameters) known.push_back(parameter.name);
  for (const auto& [name, value] : ask.query) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw Problem(400, "unknown parameter " + input::quote(name) + "; " +
                           (known.empty() ? "there are none here" : input::suggest(name, known)));
  }
  const auto scope = ask.query.find("scope");
  const std::string name = scope == ask.query.end() ? "default" : scope->second;
  ask.scope = ground_.scopes.find(name);
  if (ask.scope) return;
  const auto names = ground_.scopes.names();
  throw Problem(
      404, "there is no scope " + input::quote(name) + "; " +
               input::suggest(name, std::vector<std::string_view>(names.begin(), names.end())));
}

}  // namespace stunt::harness::admin
