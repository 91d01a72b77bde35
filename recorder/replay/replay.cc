// SPDX-License-Identifier: MIT
#include "recorder/replay/replay.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "aws/error.h"
#include "aws/ids.h"
#include "recorder/replay/broken_wire.h"
#include "recorder/replay/clear.h"
#include "recorder/replay/misses.h"
#include "recorder/transcript/jcs.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Call;
using aws::Json;
using What = Playlist::Next::What;

/// Where each recording of a key may do, so many are tried.
constexpr std::size_t kMostPassedOver = 100;

/// Of more recordings that nobody asked for, the secret is not looked up.
constexpr std::size_t kMostNamed = 1000;

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

/// Where nobody answers live, dates stay those of the recording.
Remap remap_of(const ReplayOptions& options, const Beyond& beyond) {
  return options.remap == Remap::all && !beyond ? Remap::ids : options.remap;
}

world::Duration scaled(world::Duration recorded, double scale) {
  return std::chrono::duration_cast<world::Duration>(
      std::chrono::duration<double, world::Duration::period>(recorded) * scale);
}

}  // namespace

Replay::Replay(const ReplayOptions& options, const aws::ServiceModel& service,
               const world::Clock& clock, world::Random random, ReplayPorts ports)
    : options_(options),
      clock_(clock),
      random_(random),
      warn_(ports.warn),
      matching_(options),
      values_(service, random, std::move(ports.known), OwnRules(options.redact)),
      recordings_(open(service)),
      beyond_(std::move(ports.beyond), service, options.remap, std::move(ports.warn)),
      playlist_(recordings_.all(), options.order, options.exhausted),
      ids_(remap_of(options, beyond_), clock.now() - recordings_.header().clock_start) {}

Recordings Replay::open(const aws::ServiceModel& service) {
  RecordingFile file(options_.from);
  using Style = Secrecy::Style;
  const auto style = secrecy_of(file).style;
  const bool opened = style == Style::sealed && options_.seal_key_file;
  if (style == Style::none || opened) {
    values_.be_clear();
    auto transcript = read_clear(file, options_);
    auto bodies = redacted_requests(transcript, service, values_.redactor());
    return {std::move(transcript), std::move(bodies), service, matching_};
  }
  if (style == Style::sealed) values_.redactor().be_exact();
  return {std::move(file), service, matching_};
}

aws::Outcome Replay::answer(const Call& call) {
  try {
    return respond(call);
  } catch (const RecordingLost& lost) {
    // No client can help that by trying again.
    if (warn_) warn_(lost.what());
    return miss(call, lost.what());
  }
}

aws::Outcome Replay::respond(const Call& call) {
  std::set<std::string> remapped;
  const auto request = read(call, remapped);
  Playlist::Next next;
  const auto track = choose(request, next);
  if (track) return give(call, *track, std::move(remapped));
  return next.what == What::used_up ? used_up(call, request, next) : unknown(call, request, next);
}

Matching::Request Replay::read(const Call& call, std::set<std::string>& remapped) {
  Json body;
  if (call.kind == Call::Body::object) {
    const std::lock_guard lock(mutex_);
    body = values_.redacted(call, ids_.to_recorded(call.body, &remapped));
  }
  return matching_.request(call.model, std::move(body), call.credential.access_key_id,
                           call.credential.region,
                           other_name(call.other_service, call.other_operation));
}

std::optional<Replay::Track> Replay::choose(const Matching::Request& request,
                                            Playlist::Next& next) {
  for (std::size_t passed_over = 0;;) {
    bool taken = false;
    {
      const std::lock_guard lock(mutex_);
      next = playlist_.next(request.key, passed_over);
      if (next.what != What::play) return std::nullopt;
      // Without secrets nothing can contradict: it need not be read first.
      if (!recordings_.all()[next.recording].has_secrets) {
        taken = playlist_.take(request.key, next);
      }
    }
    Track track{next, recordings_.read(recordings_.all()[next.recording])};
    if (taken) return track;
    const auto recorded = recordings_.request(track.line);
    const std::lock_guard lock(mutex_);
    if (values_.clash(recorded.pseudonyms, request.pseudonyms)) {
      if (options_.order == Order::any && ++passed_over < kMostPassedOver) continue;
      next.what = options_.order == Order::strict ? What::other : What::unknown;
      return std::nullopt;
    }
    if (!playlist_.take(request.key, next)) continue;
    values_.bind(recorded.pseudonyms, request.pseudonyms);
    return track;
  }
}

aws::Outcome Replay::give(const Call& call, const Track& track, std::set<std::string> remapped) {
  const auto& line = track.line;
  const auto* recorded = answer_of(line);
  aws::Outcome outcome;
  outcome.applied = line.applied;
  outcome.replayed = aws::Replayed{options_.from.string(), line.seq};
  auto& replayed = *outcome.replayed;
  Json body;
  {
    const std::lock_guard lock(mutex_);
    const auto conflicts = ids_.conflicts().size();
    if (line.req.body.json) {
      learn(*line.req.body.json, call.body, track.next.again);
      replayed.exact = ids_.to_live(values_.filled(*line.req.body.json)) == call.body;
    }
    if (recorded && recorded->body.json) {
      body = ids_.to_live(values_.filled(*recorded->body.json), &remapped);
      values_.learn_reply(call, recorded->status, body);
    }
    for (auto i = conflicts; i < ids_.conflicts().size(); ++i) {
      replayed.conflicts.emplace_back(to_string(ids_.conflicts()[i].kind));
      if (warn_) warn_("replay: " + to_string(ids_.conflicts()[i]));
    }
  }
  if (recorded) outcome.reply = reply(*recorded, body);
  beyond_.told(body);
  outcome.shape.wire = wire_of(line, outcome.reply ? outcome.reply->body.size() : 0);
  outcome.shape.delay = scaled(line.dur.engine + line.dur.injected, options_.time_scale);
  replayed.remapped.assign(remapped.begin(), remapped.end());
  return outcome;
}

void Replay::learn(const Json& recorded, const Json& live, bool again) {
  if (again) {
    ids_.learn_again(recorded, live);
  } else {
    ids_.learn(recorded, live);
  }
}

http::Reply Replay::reply(const ExchangeLine::Reply& recorded, const Json& body) const {
  http::Reply reply;
  reply.status = recorded.status;
  for (const auto& [name, value] : recorded.headers) {
    const bool redacted = !values_.is_clear() && value.find("{{") != std::string::npos;
    if (!redacted && !is_made_anew(name)) reply.headers.add(usual_name(name), value);
  }
  reply.headers.add("Date", world::http_date(clock_.now()));
  reply.body = recorded.body.json ? plain_json(body) : recorded.body.raw.value_or("");
  return reply;
}

aws::Outcome Replay::unknown(const Call& call, const Matching::Request& request,
                             const Playlist::Next& next) {
  if (options_.on_miss == OnMiss::engine && beyond_) return beyond(call);
  const Misses misses(recordings_, [this](auto recorded, auto live) {
    const std::lock_guard lock(mutex_);
    return values_.clash(recorded, live);
  });
  const bool out_of_order = next.what == What::other;
  auto near =
      out_of_order ? misses.compared(request, next.recording) : misses.nearest(call, request);
  auto message =
      out_of_order ? misses.out_of_order(call, next.recording) : "no recorded " + subject(call);
  if (!near.empty()) message += (out_of_order ? "; " : "; nearest ") + to_text(near.front());
  auto outcome = miss(call, std::move(message));
  outcome.near = std::move(near);
  return outcome;
}

aws::Outcome Replay::used_up(const Call& call, const Matching::Request& request,
                             const Playlist::Next& next) {
  if (options_.exhausted == Exhausted::engine && beyond_) {
    const auto& last = recordings_.all()[next.recording];
    if (last.key != request.key) return beyond(call);
    const auto alike = recordings_.read(last);
    return beyond(call, &alike);
  }
  if (options_.order == Order::strict) return miss(call, "the recording is at its end");
  return miss(call, next.count == 1 ? "the only recorded answer of " + subject(call) + " is used"
                                    : "all " + std::to_string(next.count) +
                                          " recorded answers of " + subject(call) + " are used");
}

aws::Outcome Replay::beyond(const Call& call, const ExchangeLine* alike) {
  ExchangeLine::Reply known;
  {
    const std::lock_guard lock(mutex_);
    ++asked_beyond_;
    if (alike && alike->req.body.json) ids_.learn_again(*alike->req.body.json, call.body);
    const auto* recorded = alike ? answer_of(*alike) : nullptr;
    if (recorded && recorded->body.json) {
      known = *recorded;
      known.body.json = ids_.to_live(*recorded->body.json);
    }
  }
  return beyond_.answer(call, std::move(known));
}

aws::Outcome Replay::miss(const Call& call, std::string message) {
  {
    const std::lock_guard lock(mutex_);
    ++misses_;
  }
  aws::Outcome outcome;
  outcome.reply = aws::error_reply({"StuntReplayMiss", std::move(message), 400, true},
                                   {aws::request_id(random_, call), clock_.now()});
  return outcome;
}

std::optional<std::uint64_t> Replay::recorded_number(SecretKind kind, std::string_view value) {
  const std::lock_guard lock(mutex_);
  return values_.recorded_number(kind, value);
}

std::vector<Replay::Unused> Replay::unused() const {
  std::vector<std::size_t> left;
  {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < recordings_.all().size(); ++i) {
      if (!playlist_.was_played(i)) left.push_back(i);
    }
  }
  std::vector<Unused> unused;
  for (const auto i : left) {
    const auto& recording = recordings_.all()[i];
    unused.push_back({recording.seq, recordings_.operation_name(recording), {}});
    if (unused.size() > kMostNamed) continue;
    try {
      unused.back().secret = recordings_.read(recording).key.secret_id;
    } catch (const RecordingLost&) {
      // The number has to do.
    }
  }
  return unused;
}

Replay::Status Replay::status() const {
  const auto conflicts = beyond_.conflicts();
  const std::lock_guard lock(mutex_);
  return {recordings_.all().size(), playlist_.played(), misses_, asked_beyond_,
          conflicts + ids_.conflicts().size()};
}

}  // namespace stunt::recorder
