// SPDX-License-Identifier: MIT
#include "recorder/write_line.h"

#include "recorder/jcs.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Json;

void add_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

void add_object(Json& object, const char* name, Json members) {
  if (!members.empty()) object[name] = std::move(members);
}

Json to_json(const ExchangeLine::Key& key) {
  Json json = Json::object();
  add_text(json, "secretId", key.secret_id);
  add_text(json, "accessKeyId", key.access_key_id);
  add_text(json, "region", key.region);
  add_text(json, "canonical", key.canonical);
  return json;
}

Json to_json(const ExchangeLine::Sdk& sdk) {
  Json json = Json::object();
  add_text(json, "invocation", sdk.invocation);
  if (sdk.attempt > 0) json["attempt"] = sdk.attempt;
  if (sdk.max > 0) json["max"] = sdk.max;
  add_text(json, "ttl", sdk.ttl);
  add_text(json, "ua", sdk.user_agent);
  return json;
}

Json to_json(const ExchangeLine::Trace& trace) {
  Json json = Json::object();
  add_text(json, "traceparent", trace.parent);
  add_text(json, "tracestate", trace.state);
  return json;
}

/// Signatures are not verified, and none comes in a query.
Json to_json(const ExchangeLine::Signed& sig) {
  Json json = {{"alg", sig.algorithm}, {"signed", sig.headers}};
  add_text(json, "date", sig.date);
  json["valid"] = nullptr;
  json["presigned"] = false;
  return json;
}

Json to_json(const HeaderList& headers) {
  Json json = Json::array();
  for (const auto& [name, value] : headers) json.push_back(Json::array({name, value}));
  return json;
}

void add_body(Json& object, const ExchangeLine::Body& body) {
  if (body.json) object["json"] = *body.json;
  object["size"] = body.size;
}

Json to_json(const ExchangeLine::Request& request) {
  Json json = {{"method", request.method}, {"path", request.path}};
  add_text(json, "query", request.query);
  json["headers"] = to_json(request.headers);
  add_body(json, request.body);
  return json;
}

Json to_json(const ExchangeLine::Reply& reply) {
  Json json = {{"status", reply.status}, {"headers", to_json(reply.headers)}};
  add_body(json, reply.body);
  return json;
}

Json to_json(const aws::FiredFault& fault) {
  Json json = {{"rule", fault.rule}, {"phase", to_string(fault.phase)}, {"action", fault.action}};
  if (fault.u) json["u"] = json_number(*fault.u);
  json["p"] = json_number(fault.p);
  json["ordinal"] = fault.ordinal;
  return json;
}

Json to_json(const aws::Replayed& replayed) {
  return {{"from", replayed.from},
          {"seq", replayed.seq},
          {"match", replayed.exact ? "exact" : "canonical"}};
}

Json to_json(const aws::NearMiss& near) {
  const Json differs = {{"path", near.pointer}, {"want", near.want}, {"got", near.got}};
  return {{"seq", near.seq},
          {"distance", json_number(near.distance)},
          {"diff", Json::array({differs})}};
}

template <typename Items>
Json to_list(const Items& items) {
  Json json = Json::array();
  for (const auto& item : items) json.push_back(to_json(item));
  return json;
}

}  // namespace

Json to_json(const Header& header) {
  Json json = {{"kind", "header"},
               {"format", "stunt.transcript"},
               {"v", 1},
               {"created", world::rfc3339(header.created)},
               {"tool", header.tool},
               {"seed", header.seed},
               {"engine", header.engine},
               {"service", header.service},
               {"region", header.region},
               {"clock",
                {{"mode", header.virtual_clock ? "virtual" : "system"},
                 {"start", world::rfc3339(header.clock_start)}}},
               {"redaction", {{"model", true}, {"style", "pseudonym"}, {"key", "run"}}},
               {"canonical", "jcs"}};
  if (header.deterministic) json["deterministic"] = true;
  return json;
}

Json to_json(const ExchangeLine& line) {
  Json json = {{"kind", "exchange"}, {"seq", line.seq}, {"scope", line.scope}};
  add_text(json, "id", line.id);
  json["t"] = line.t.count();
  json["at"] = line.at.count();
  json["dur"] = {{"queue", line.dur.queue.count()},
                 {"engine", line.dur.engine.count()},
                 {"injected", line.dur.injected.count()},
                 {"write", line.dur.write.count()}};
  json["conn"] = {{"n", line.connection}, {"reused", line.reused}};
  json["op"] = line.op ? Json(*line.op) : Json();
  json["key"] = to_json(line.key);
  add_object(json, "sdk", to_json(line.sdk));
  add_object(json, "trace", to_json(line.trace));
  if (line.sig) json["sig"] = to_json(*line.sig);
  json["req"] = to_json(line.req);
  json["res"] = line.res ? to_json(*line.res) : Json();
  if (line.real) json["real"] = to_json(*line.real);
  json["outcome"] = to_string(line.outcome);
  json["applied"] = line.applied ? Json(*line.applied) : Json();
  if (line.error) {
    json["error"] = {{"code", line.error->code}, {"retryable", line.error->retryable}};
  }
  json["faults"] = to_list(line.faults);
  if (line.replayed) json["replayed"] = to_json(*line.replayed);
  add_object(json, "near", to_list(line.near));
  return json;
}

Json to_json(const Footer& footer) {
  return {{"kind", "footer"}, {"exchanges", footer.exchanges}, {"digest", footer.digest}};
}

}  // namespace stunt::recorder
