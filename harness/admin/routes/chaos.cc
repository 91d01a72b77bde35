// SPDX-License-Identifier: MIT
//
// LocalStack's Chaos API, so that tests which were written for it run as they are.
#include "harness/admin/chaos.h"

#include <utility>

#include "harness/admin/body.h"
#include "harness/admin/routes/shim_tables.h"
#include "harness/admin/rule_room.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kFaults = R"({"type": "array", "items": {"type": "object",
    "properties": {
      "service": {"type": "string", "description": "left out: all"},
      "region": {"type": "string", "description": "left out: all"},
      "operation": {"type": "string", "description": "left out: all"},
      "probability": {"type": "number", "minimum": 0, "maximum": 1, "default": 1},
      "error": {"type": "object", "properties": {
        "statusCode": {"type": "integer", "default": 503},
        "code": {"type": "string", "default": "ServiceUnavailable"}}}}}})";
constexpr std::string_view kEffects = R"({"type": "object", "properties": {
    "latency": {"type": "integer", "minimum": 0, "description": "milliseconds"}}})";

/// As long as a rule may delay.
constexpr std::int64_t kLatencyMost = 24 * 3600 * 1000;

std::vector<ChaosFault> read(const Ask& ask) {
  Body body(ask);
  auto faults = read_chaos_faults(body.root());
  body.check();
  return faults;
}

http::Reply faults_of(const Chaos& chaos) {
  aws::Json list = aws::Json::array();
  for (const auto& fault : chaos.faults()) list.push_back(to_json(fault));
  return json_reply(200, list);
}

http::Reply get(const Ask& ask) { return faults_of(Chaos(ask.scope->director())); }

http::Reply added(Scope& scope, const std::vector<ChaosFault>& faults) {
  want_room(scope, faults.size());
  Chaos chaos(scope.director());
  if (chaos.add(faults)) return faults_of(chaos);
  throw Problem(409, "there is a rule of your own with an id like 'chaos-fault-1'; name it anew");
}

http::Reply set(const Ask& ask) {
  const auto faults = read(ask);
  Chaos(ask.scope->director()).remove_all();
  return added(*ask.scope, faults);
}

http::Reply add(const Ask& ask) { return added(*ask.scope, read(ask)); }

/// Without a body: all.
http::Reply remove(const Ask& ask) {
  Chaos chaos(ask.scope->director());
  if (ask.request.body.empty()) {
    chaos.remove_all();
  } else {
    chaos.remove(read(ask));
  }
  return faults_of(chaos);
}

http::Reply effects_of(const Chaos& chaos) {
  return json_reply(200, {{"latency", chaos.latency().count()}});
}

http::Reply get_effects(const Ask& ask) { return effects_of(Chaos(ask.scope->director())); }

http::Reply set_effects(const Ask& ask) {
  static constexpr std::string_view kNames[] = {"latency"};
  Body body(ask);
  std::int64_t latency = 0;
  if (const auto object = body.root().object({kNames})) {
    if (const auto value = object->find("latency")) {
      latency = value->integer(0, kLatencyMost).value_or(0);
    }
  }
  body.check();
  Chaos chaos(ask.scope->director());
  chaos.set_latency(std::chrono::milliseconds(latency));
  return effects_of(chaos);
}

http::Reply remove_effects(const Ask& ask) {
  Chaos chaos(ask.scope->director());
  chaos.set_latency(std::chrono::milliseconds(0));
  return effects_of(chaos);
}

}  // namespace

std::vector<Route> chaos_routes() {
  constexpr std::string_view kFaultsPath = "/_localstack/chaos/faults";
  constexpr std::string_view kEffectsPath = "/_localstack/chaos/effects";
  const std::vector<Route::Content> faults = {{"application/json", kFaults}};
  const std::vector<Route::Content> effects = {{"application/json", kEffects}};
  const std::vector<Route::Answer> list = {{200, "the faults as they are now", faults}};
  const std::vector<Route::Answer> changed = {list[0], {409, "a rule has such an id already"}};
  const std::vector<Route::Answer> latency = {{200, "the effects as they are now", effects}};
  return {
      {"GET", kFaultsPath, "The faults of LocalStack's Chaos API", &get, {}, {}, list},
      {"POST", kFaultsPath, "These faults and no others", &set, {}, faults, changed},
      {"PUT", kFaultsPath, "The same as POST", &set, {}, faults, changed},
      {"PATCH", kFaultsPath, "These faults too", &add, {}, faults, changed},
      {"DELETE",
       kFaultsPath,
       "Without these faults; without a body: none",
       &remove,
       {},
       faults,
       list},
      {"GET", kEffectsPath, "What each call waits", &get_effects, {}, {}, latency},
      {"POST", kEffectsPath, "Lets each call wait", &set_effects, {}, effects, latency},
      {"PUT", kEffectsPath, "The same as POST", &set_effects, {}, effects, latency},
      {"PATCH", kEffectsPath, "The same as POST", &set_effects, {}, effects, latency},
      {"DELETE", kEffectsPath, "Lets no call wait", &remove_effects, {}, {}, latency},
  };
}

}  // namespace stunt::harness::admin
