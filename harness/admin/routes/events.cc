// SPDX-License-Identifier: MIT
//
// What happens, told while it does: server-sent events.
#include "harness/events.h"

#include <optional>
#include <utility>

#include "harness/admin/call_list.h"
#include "harness/admin/later.h"
#include "harness/admin/routes/tables.h"
#include "http/stream.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

class Listening : public http::Streamed {
 public:
  explicit Listening(const http::Headers& headers)
      : Streamed({.idle_bytes = ": still here\n\n"}),
        reply_{200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}}, ""} {
    for (const auto& [name, value] : headers) reply_.headers.add(name, value);
  }

  const http::Reply& reply() const override { return reply_; }
  const http::Shape& shape() const override { return shape_; }
  bool resume() override { return false; }
  bool unfinished() const override { return false; }

  void take(std::shared_ptr<void> place) { place_ = std::move(place); }

 private:
  http::Reply reply_;
  const http::Shape shape_{};
  std::shared_ptr<void> place_;
};

/// Behind which event it goes on: a client that connects again says so in a header.
std::optional<std::uint64_t> read_since(Ask& ask) {
  if (const auto last = ask.request.headers.get("Last-Event-ID")) {
    ask.query["since"] = std::string(*last);
  }
  if (ask.query.find("since") == ask.query.end()) return std::nullopt;
  return read_number(ask, "since", 0);
}

std::unique_ptr<http::Exchange> listen(Ask ask) {
  const auto since = read_since(ask);
  auto exchange = std::make_unique<Listening>(ask.headers);
  auto place = ask.scope->events().subscribe(exchange->stream(), since);
  if (!place) {
    throw Problem(503, "more than " + std::to_string(Events::kListenersMost) + " listen here");
  }
  exchange->take(std::move(place));
  return exchange;
}

}  // namespace

std::vector<Route> event_routes() {
  Route route{
      "GET", "/_stunt/v1/events",
      "Tells each call when it has ended, and the rules that struck it (server-sent events)",
      Open{&listen}};
  route.parameters = {{"since",
                       "tells first what ended behind the event of this id, as the header "
                       "Last-Event-ID does; 0: all that is kept",
                       R"({"type": "integer", "minimum": 0})"}};
  route.answers = {{200,
                    "events `exchange`, `rule` and, where calls are no longer kept, `gap`",
                    {{"text/event-stream", R"({"type": "string"})"}}},
                   {503, "too many listen"}};
  return {std::move(route)};
}

}  // namespace stunt::harness::admin
