// SPDX-License-Identifier: MIT
#include "recorder/replay/replay.h"

#include <algorithm>
#include <array>
#include <utility>

#include "aws/error.h"
#include "aws/ids.h"
#include "recorder/replay/fill.h"
#include "recorder/replay/made_up.h"
#include "recorder/transcript/jcs.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Call;
using aws::Json;

/// What to answer: what was sent, or what the engine said where nothing was.
const ExchangeLine::Reply* answer_in(const ExchangeLine& line) {
  if (line.res) return &*line.res;
  return line.real ? &*line.real : nullptr;
}

const Json* body_in(const ExchangeLine& line) {
  return line.req.body.json ? &*line.req.body.json : nullptr;
}

/// "GetSecretValue for prod/db"
std::string subject(const Call& call) {
  if (!call.model) return "call of an unknown operation";
  const std::string operation(call.model->name);
  return call.secret.empty() ? operation : operation + " for " + call.secret;
}

/// The transport and the clock say these anew.
bool is_made_anew(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kNames = {"connection", "content-length", "date",
                                                             "keep-alive", "transfer-encoding"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// How the service itself writes the names; a transcript has them in lower case.
std::string usual_name(const std::string& name) {
  if (name == "x-amzn-requestid") return "x-amzn-RequestId";
  return name == "content-type" ? "Content-Type" : name;
}

}  // namespace

Replay::Replay(const ReplayOptions& options, const aws::ServiceModel& service,
               const world::Clock& clock, world::Random random, aws::Handler beyond)
    : path_(options.from.string()),
      beyond_(std::move(beyond)),
      clock_(clock),
      random_(random),
      transcript_(read_transcript(options.from)),
      redactor_(service) {
  for (const auto& line : transcript_.exchanges) {
    const auto* reply = answer_in(line);
    if (!reply) continue;
    const auto* operation = line.op ? service.operation(*line.op) : nullptr;
    auto body = canonical_body(operation, line.req.body.json.value_or(Json()));
    auto [key, pseudonyms] = canonicalize(operation, body);
    queues_[key].recorded.push_back({&line, reply, std::move(pseudonyms)});
    candidates_[line.op.value_or("")].push_back({line.seq, std::move(body)});
  }
}

aws::Outcome Replay::answer(const Call& call) {
  const std::lock_guard lock(mutex_);
  const auto request = read(call);
  const auto& [key, pseudonyms] = request.canonical;
  const auto found = queues_.find(key);
  if (found == queues_.end()) return unknown(call, request.body);
  auto& [recorded, used] = found->second;
  if (used == recorded.size()) return exhausted(call, used);
  const auto& next = recorded[used];
  if (bindings_.clash(next.pseudonyms, pseudonyms)) return unknown(call, request.body);
  ++used;
  bindings_.bind(next.pseudonyms, pseudonyms);
  return give(call, next);
}

Replay::Request Replay::read(const Call& call) {
  Request request;
  if (call.kind == Call::Body::object) {
    redactor_.learn_request(call, call.body);
    request.body =
        canonical_body(call.model, redactor_.request(call, tokens_.to_recorded(call.body)));
  }
  request.canonical = canonicalize(call.model, request.body);
  return request;
}

aws::Outcome Replay::give(const Call& call, const Recorded& recorded) {
  const auto& line = *recorded.line;
  aws::Outcome outcome;
  outcome.applied = line.applied;
  outcome.replayed = aws::Replayed{path_, line.seq, false};
  if (const auto* body = body_in(line)) {
    tokens_.learn(*body, call.body);
    const auto secrets = [this](const Pseudonym& one) { return secret_of(one); };
    outcome.replayed->exact = tokens_.to_live(fill(*body, secrets)) == call.body;
  }
  outcome.reply = reply(call, *recorded.reply);
  return outcome;
}

http::Reply Replay::reply(const Call& call, const ExchangeLine::Reply& recorded) {
  http::Reply reply;
  reply.status = recorded.status;
  for (const auto& [name, value] : recorded.headers) {
    const bool redacted = value.find("{{") != std::string::npos;
    if (!redacted && !is_made_anew(name)) reply.headers.add(usual_name(name), value);
  }
  reply.headers.add("Date", world::http_date(clock_.now()));
  if (!recorded.body.json) return reply;

  const auto body = tokens_.to_live(
      fill(*recorded.body.json, [this](const Pseudonym& one) { return secret_of(one); }));
  redactor_.learn_reply(call, reply.status, body);
  reply.body = plain_json(body);
  return reply;
}

Secret Replay::secret_of(const Pseudonym& recorded) {
  auto& live = redactor_.pseudonyms();
  if (const auto bound = bindings_.live(recorded.number)) return live.secret(*bound);
  // Few attempts are enough for kinds that have many values, and more do not help the others.
  constexpr std::uint64_t kAttempts = 8;
  for (std::uint64_t attempt = 0;; ++attempt) {
    const auto value = made_up_value(recorded, random_, attempt);
    const auto pseudonym = live.of(recorded.kind, value);
    if (bindings_.is_bound(pseudonym) && attempt < kAttempts) continue;
    if (!bindings_.is_bound(pseudonym)) bindings_.bind({{recorded}}, {{pseudonym}});
    return live.secret(pseudonym.number);
  }
}

aws::Outcome Replay::unknown(const Call& call, const Json& body) const {
  std::vector<aws::NearMiss> near;
  const auto candidates = candidates_.find(call.model ? std::string(call.model->name) : "");
  if (candidates != candidates_.end()) near = near_misses(candidates->second, body, bindings_);
  auto message = "no recorded " + subject(call);
  if (!near.empty()) {
    const auto& nearest = near.front();
    message += "; nearest seq " + std::to_string(nearest.seq) + " differs at " + nearest.pointer +
               ": recorded " + nearest.want + ", got " + nearest.got;
  }
  auto outcome = miss(call, message);
  outcome.near = std::move(near);
  return outcome;
}

aws::Outcome Replay::exhausted(const Call& call, std::size_t used) const {
  return miss(call, used == 1 ? "the only recorded answer of " + subject(call) + " is used"
                              : "all " + std::to_string(used) + " recorded answers of " +
                                    subject(call) + " are used");
}

aws::Outcome Replay::miss(const Call& call, std::string message) const {
  aws::Outcome outcome;
  outcome.reply = aws::error_reply({"StuntReplayMiss", std::move(message), 400, true},
                                   {aws::request_id(random_, call), clock_.now()});
  return outcome;
}

}  // namespace stunt::recorder
