// SPDX-License-Identifier: MIT
#include <chrono>
#include <memory>
#include <utility>

#include "harness/admin/body.h"
#include "harness/admin/later.h"
#include "harness/admin/moving.h"
#include "harness/admin/routes/tables.h"
#include "input/quote.h"
#include "world/calendar.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kClock = R"({"$ref": "#/components/schemas/Clock"})";
constexpr std::string_view kMoved = R"({"$ref": "#/components/schemas/Moved"})";

/// As far as a step of a scenario moves it.
constexpr world::Duration kLongest = std::chrono::hours(24 * 3653);

/// The only member of the body, a duration.
world::Duration read_duration(const Ask& ask, std::string_view name) {
  const std::string_view names[] = {name};
  Body body(ask);
  std::optional<world::Duration> by;
  if (const auto object = body.root().object({names})) {
    if (const auto value = object->require(name)) by = value->duration(kLongest);
  }
  body.check();
  return *by;
}

std::unique_ptr<http::Exchange> move_by(const Ask& ask, std::string_view name) {
  return later(ask, [scope = ask.scope, by = read_duration(ask, name)](const Give& give) {
    move_clock(scope, by, give);
  });
}

http::Reply get(const Ask& ask) { return json_reply(200, clock_json(*ask.scope)); }

std::unique_ptr<http::Exchange> put(Ask ask) {
  static constexpr std::string_view kNames[] = {"now"};
  Body body(ask);
  std::optional<world::Instant> to;
  if (const auto object = body.root().object({kNames})) {
    if (const auto value = object->require("now")) {
      if (const auto text = value->text()) {
        to = world::parse_rfc3339(*text);
        if (!to) value->wrong("this is no time", "write 2026-01-01T00:00:00Z");
      }
    }
  }
  body.check();
  want_virtual_clock(*ask.scope);
  return later(ask, [scope = ask.scope, to = *to](const Give& give) {
    const auto by = to - scope->clock().now();
    if (by < world::Duration(0)) {
      throw Problem(409, "it is " + world::rfc3339(scope->clock().now()) +
                             " already, and time does not go back; a new scope begins when its "
                             "clock's `start` says");
    }
    move_clock(scope, by, give);
  });
}

std::unique_ptr<http::Exchange> advance(Ask ask) { return move_by(ask, "by"); }

std::unique_ptr<http::Exchange> advance_as_before(Ask ask) { return move_by(ask, "advance"); }

http::Reply freeze(const Ask& ask) {
  want_virtual_clock(*ask.scope);
  return get(ask);
}

http::Reply resume(const Ask& ask) {
  if (!ask.scope->has_virtual_clock()) return get(ask);
  throw Problem(409, "this clock stands until it is moved: POST /_stunt/v1/clock/advance");
}

}  // namespace

std::vector<Route> clock_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/clock", "What time it is", &get},
      {"PUT", "/_stunt/v1/clock", "Moves a virtual clock to a time that is to come", Open{&put}},
      {"POST", "/_stunt/v1/clock", "The same as /clock/advance", Open{&advance_as_before}},
      {"POST", "/_stunt/v1/clock/advance",
       "Moves a virtual clock, and has done what falls due meanwhile", Open{&advance}},
      {"POST", "/_stunt/v1/clock/freeze", "Whether the clock stands still", &freeze},
      {"POST", "/_stunt/v1/clock/resume", "Whether the clock runs by itself", &resume},
  };
  const Route::Answer clock{200, "the clock", {{"application/json", kClock}}};
  const Route::Answer moved{200, "it was moved", {{"application/json", kMoved}}};
  const Route::Answer cannot{409, "this clock cannot do that"};
  routes[0].answers = {clock};
  routes[1].answers = routes[2].answers = routes[3].answers = {moved, cannot};
  routes[4].answers = routes[5].answers = {clock, cannot};
  routes[1].body = {{"application/json", R"({"type": "object", "required": ["now"],
      "properties": {"now": {"type": "string", "format": "date-time"}}})"}};
  routes[2].body = {{"application/json", R"({"type": "object", "required": ["advance"],
      "properties": {"advance": {"type": "string", "examples": ["24h"]}}})"}};
  routes[3].body = {{"application/json", R"({"type": "object", "required": ["by"],
      "properties": {"by": {"type": "string", "examples": ["8d"]}}})"}};
  return routes;
}

}  // namespace stunt::harness::admin
