// SPDX-License-Identifier: MIT
#include "harness/drift/client_replay.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "aws/arn.h"
#include "aws/error.h"
#include "recorder/drift/engine_answer.h"
#include "recorder/transcript/stream.h"

namespace stunt::harness {
namespace {

using recorder::ExchangeLine;
using recorder::Finding;
using Kind = Finding::Kind;

/// More access keys than these are told as "many".
constexpr std::size_t kMostKeys = 100;

Finding about(const ExchangeLine& line) {
  Finding finding;
  finding.seq = line.seq;
  finding.operation = line.op.value_or("(unknown)");
  finding.secret = aws::secret_name(line.key.secret_id);
  return finding;
}

std::string told(const http::NoAnswer& why) {
  static constexpr std::array<std::string_view, 5> kTexts = {
      "no answer: no connection", "no answer in time", "no answer: the connection broke",
      "no answer: it is too large", "no answer: stopped"};
  return std::string(kTexts[static_cast<std::size_t>(why.reason)]);
}

std::string told(const http::Reply& reply) {
  const auto code = aws::error_code(reply);
  return std::to_string(reply.status) + (code.empty() ? "" : " " + code);
}

std::string recorded_status(const recorder::EngineAnswer& answer) {
  return answer.reply ? std::to_string(answer.reply->status) : std::string(to_string(answer.why));
}

}  // namespace

RecordedSession survey(const std::filesystem::path& path) {
  RecordedSession recording{path};
  const auto end = recorder::stream_transcript(
      path, {[&](const recorder::Header& header) { recording.header = header; },
             [&](const ExchangeLine& line) {
               ++recording.exchanges;
               if (line.at.count() > 0) recording.is_timed = true;
               const auto& key = line.key.access_key_id;
               if (!key.empty() && recording.access_keys.size() < kMostKeys) {
                 recording.access_keys.insert(key);
               }
             }});
  recording.notes = end.notes;
  return recording;
}

ClientReplay::ClientReplay(const RecordedSession& recording, const ClientReplayOptions& options,
                           const aws::ServiceModel& service, const Target& target,
                           recorder::DriftPrinter& printer, const world::Clock& clock)
    : recording_(recording),
      options_(options),
      service_(service),
      target_(target),
      printer_(printer),
      clock_(clock),
      session_(service, options.rules, options.secrets, world::Random(options.seed)),
      lanes_(options.lanes),
      progress_(recording.exchanges, clock) {}

const recorder::Totals& ClientReplay::run() {
  started_ = clock_.ticks();
  recorder::stream_transcript(recording_.path, {[](const recorder::Header&) {},
                                                [this](const ExchangeLine& line) { play(line); }});
  while (!flights_.empty()) take(answers_.take());
  progress_.hide();
  printer_.end({totals_, options_.rules, session_.comparison().ignored(), recording_.notes});
  return totals_;
}

void ClientReplay::play(const ExchangeLine& line) {
  wait_for_turn(line);
  const auto number = requests_++;
  auto finding = about(line);
  const auto recorded = recorder::engine_answer(line);
  // What never came to the service must not do so now: the rest of the session stands without it.
  if (options_.compare && !recorded.reply && recorded.why == recorder::NoEngineAnswer::kept_away) {
    finding.kind = Kind::not_sent;
    finding.reason = to_string(recorded.why);
    settle(number, std::move(finding));
    return;
  }
  auto request = session_.request(line);
  if (!request) {
    finding.kind = Kind::not_sent;
    finding.reason = request.error();
    settle(number, std::move(finding));
    return;
  }
  const auto& region = line.key.region.empty() ? recording_.header.region : line.key.region;
  auto errand =
      target_.errand(*request, {region, service_.signing_name}, clock_.now(), options_.timeout);
  flights_.emplace(number, Flight{line, std::move(*request)});
  lanes_.start(line);
  client_.post(std::move(errand), [this, number](auto reply) {
    answers_.put({number, std::move(reply)});
  });
}

/// Takes answers meanwhile.
void ClientReplay::wait_for_turn(const ExchangeLine& line) {
  while (!lanes_.may_start(line)) take(answers_.take());
  if (!options_.speed) return;
  if (!first_at_) first_at_ = line.at;
  const auto after =
      std::chrono::duration<double, std::micro>(line.at - *first_at_) / *options_.speed;
  const auto due = started_ + std::chrono::round<world::Duration>(after);
  for (auto now = clock_.ticks(); now < due; now = clock_.ticks()) {
    if (auto answer = answers_.take_within(due - now)) take(std::move(*answer));
  }
}

void ClientReplay::take(Answers::Answer answer) {
  const auto flight = std::move(flights_.extract(answer.request).mapped());
  lanes_.end(flight.line);
  if (answer.reply) {
    was_answered_ = true;
    settle(answer.request, judge(flight, *answer.reply));
    return;
  }
  if (!was_answered_ && answer.reply.error().reason == http::NoAnswer::Reason::no_connection) {
    throw std::runtime_error("nobody listens at " + target_.url());
  }
  auto finding = about(flight.line);
  finding.kind = Kind::different;
  finding.answer = {{recorder::Severity::status, "",
                     recorded_status(recorder::engine_answer(flight.line)),
                     told(answer.reply.error())}};
  settle(answer.request, std::move(finding));
}

Finding ClientReplay::judge(const Flight& flight, const http::Reply& reply) {
  const auto& line = flight.line;
  auto finding = about(line);
  const auto recorded = recorder::engine_answer(line);
  if (!options_.compare) {
    finding.kind = Kind::sent;
    finding.reason = told(reply);
  }
  if (!recorded.reply) {
    if (options_.compare) {
      finding.kind = Kind::not_compared;
      finding.reason = to_string(recorded.why);
    }
    return finding;
  }
  const auto recorded_at = recording_.header.clock_start + line.t;
  auto found =
      session_.answered(line, {*recorded.reply, recorded_at}, flight.request, reply, clock_.now());
  if (!options_.compare) return finding;
  finding.answer = std::move(found);
  if (!finding.answer.empty()) finding.kind = Kind::different;
  return finding;
}

void ClientReplay::settle(std::uint64_t request, Finding finding) {
  findings_.emplace(request, std::move(finding));
  while (!findings_.empty() && findings_.begin()->first == settled_) {
    const auto next = findings_.extract(findings_.begin());
    ++settled_;
    totals_.add(next.mapped());
    if (next.mapped().kind != Kind::equal) progress_.hide();
    printer_.finding(next.mapped());
  }
  progress_.done(settled_);
}

}  // namespace stunt::harness
