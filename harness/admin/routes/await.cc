// SPDX-License-Identifier: MIT
//
// Waits for calls, without holding a thread, and without missing one that comes meanwhile.
#include <atomic>
#include <chrono>
#include <utility>

#include "aws/json.h"
#include "emulator/model/secrets_manager.h"
#include "harness/admin/body.h"
#include "harness/admin/later.h"
#include "harness/admin/near_misses.h"
#include "harness/admin/routes/tables.h"
#include "harness/answered.h"
#include "harness/call_waits.h"
#include "harness/run/evidence.h"
#include "input/duration.h"
#include "verdict/calls.h"

namespace stunt::harness::admin {
namespace {

constexpr world::Duration kWithin = std::chrono::seconds(10);
constexpr world::Duration kWithinMost = std::chrono::minutes(5);
constexpr std::uint64_t kCountMost = 200'000;

struct Wanted {
  scenarios::Match match{};
  std::uint64_t count = 1;
  world::Duration within = kWithin;
};

Wanted read(const Ask& ask) {
  static constexpr std::string_view kNames[] = {"calls", "count", "within"};
  Body body(ask);
  Wanted wanted;
  if (const auto object = body.root().object({kNames})) {
    if (const auto calls = object->require("calls")) {
      wanted.match = verdict::read_calls(*calls, emulator::secrets_manager()).match;
    }
    if (const auto count = object->find("count")) {
      wanted.count = count->natural(1, kCountMost).value_or(1);
    }
    if (const auto within = object->find("within")) {
      wanted.within = within->duration(kWithinMost).value_or(kWithin);
    }
  }
  body.check();
  return wanted;
}

/// Is held until the calls are there or the time is over.
class Awaiting : public Answered {
 public:
  Awaiting(Ask ask, Wanted wanted)
      : Answered(http::Reply{}), ask_(std::move(ask)), wanted_(std::move(wanted)) {
    shape_.hold = [this](std::function<void()> go_on) {
      place_ = ask_.scope->call_waits().await(wanted_.match, wanted_.count, wanted_.within,
                                              [reached = reached_, go_on](bool in_time) {
                                                *reached = in_time;
                                                go_on();
                                              });
      if (!place_) go_on();
    };
  }

  bool resume() override {
    reply_ = reply_of([this] { return outcome(); }, ask_.request.path);
    for (const auto& [name, value] : ask_.headers) reply_.headers.add(name, value);
    return false;
  }

 private:
  http::Reply outcome() const {
    if (!place_) {
      throw Problem(503, "more than " + std::to_string(CallWaits::kMost) + " wait for calls here");
    }
    auto& scope = *ask_.scope;
    const auto count = verdict::met({wanted_.match}, evidence_of(scope)).seqs.size();
    if (*reached_) return json_reply(200, {{"count", count}});
    auto reply =
        to_reply(Problem(408, std::to_string(count) + " of " + std::to_string(wanted_.count) +
                                  " calls came within " + input::format_duration(wanted_.within)),
                 ask_.request.path);
    auto body = aws::Json::parse(reply.body);
    body["count"] = count;
    body["nearMisses"] = near_misses_json(scope, wanted_.match);
    reply.body = body.dump(2) + "\n";
    return reply;
  }

  const Ask ask_;
  const Wanted wanted_;
  const std::shared_ptr<std::atomic<bool>> reached_ = std::make_shared<std::atomic<bool>>(false);
  std::shared_ptr<void> place_;  ///< null: there was none; goes before the scope may
};

std::unique_ptr<http::Exchange> await(Ask ask) {
  auto wanted = read(ask);
  return std::make_unique<Awaiting>(std::move(ask), std::move(wanted));
}

}  // namespace

std::vector<Route> await_routes() {
  Route route{"POST", "/_stunt/v1/await",
              "Answers when so many calls that meet conditions have arrived, or ended if there is "
              "one on `outcome`; those that came before count",
              Open{&await}};
  route.body = {{"application/json", R"({"type": "object", "required": ["calls"], "properties": {
      "calls": {"type": "object", "description": "conditions as in `expect: calls`"},
      "count": {"type": "integer", "minimum": 1, "default": 1},
      "within": {"type": "string", "default": "10s", "description": "at most 5m"}}})"}};
  route.answers = {
      {200, "they came; how many there are by now", {{"application/json", R"({"type": "object",
      "required": ["count"], "properties": {"count": {"type": "integer"}}})"}}},
      {408,
       "they did not come in time; `nearMisses` says what came instead",
       {{"application/problem+json", R"({"$ref": "#/components/schemas/Problem"})"}}},
      {503, "too many wait"}};
  return {std::move(route)};
}

}  // namespace stunt::harness::admin
