// SPDX-License-Identifier: MIT
#include "harness/upstream/upstream.h"

#include <functional>
#include <mutex>
#include <stdexcept>
#include <utility>

#include <spdlog/spdlog.h>

#include "aws/error.h"
#include "aws/ids.h"
#include "emulator/model/secrets_manager.h"
#include "harness/upstream/forward.h"
#include "input/duration.h"

namespace stunt::harness {
namespace {

using aws::UpstreamError;
using Result = tl::expected<http::Reply, http::NoAnswer>;

constexpr std::size_t kAtOnce = 64;
constexpr std::size_t kMostBodyMiB = 16;

UpstreamError error_of(const http::NoAnswer& why) {
  using Reason = http::NoAnswer::Reason;
  switch (why.reason) {
    case Reason::no_connection:
      return UpstreamError::no_connection;
    case Reason::late:
      return UpstreamError::timeout;
    case Reason::too_large:
      return UpstreamError::too_large;
    case Reason::broken:
    case Reason::stopped:
      break;
  }
  return UpstreamError::broken;
}

/// Without what differs from run to run: that is for the log.
std::string sentence(UpstreamError error, world::Duration timeout) {
  switch (error) {
    case UpstreamError::no_connection:
      return "The upstream cannot be reached.";
    case UpstreamError::timeout:
      return "The upstream did not answer within " + input::format_duration(timeout) + ".";
    case UpstreamError::too_large:
      return "The upstream's answer is larger than " + std::to_string(kMostBodyMiB) + " MiB.";
    case UpstreamError::broken:
      break;
  }
  return "The upstream broke the connection, or what it sent is no answer.";
}

http::ClientOptions options_of(const UpstreamSettings& settings) {
  http::ClientOptions options{.at_once = kAtOnce, .body_bytes = kMostBodyMiB << 20};
  if (settings.ca) options.ca_file = settings.ca->string();
  return options;
}

}  // namespace

/// A call that the upstream was asked, as long as it is not told what came of it.
struct Upstream::Question {
  Question(const aws::Call& call, std::string own_request_id)
      : seq(call.seq),
        writes(call.model && call.model->writes),
        request_id(std::move(own_request_id)) {}

  const std::uint64_t seq;
  const bool writes;
  const std::string request_id;  ///< of our own answer, if it comes to that

  std::mutex mutex;
  bool is_answered = false;
  Result result = tl::unexpected(http::NoAnswer{http::NoAnswer::Reason::stopped});
  world::Duration took{0};
  std::function<void()> go_on;

  void answer(Result answer, world::Duration after) {
    std::function<void()> waiting;
    {
      const std::lock_guard lock(mutex);
      result = std::move(answer);
      took = after;
      is_answered = true;
      waiting = std::move(go_on);
    }
    if (waiting) waiting();
  }

  void wait(std::function<void()> waiting) {
    {
      const std::lock_guard lock(mutex);
      if (!is_answered) {
        go_on = std::move(waiting);
        return;
      }
    }
    waiting();
  }
};

Upstream::Upstream(const UpstreamSettings& settings, std::optional<aws::Key> key,
                   std::string region, const world::Clock& clock, world::Random random)
    : settings_(settings),
      address_(read_address(settings.url)),
      key_(std::move(key)),
      region_(std::move(region)),
      clock_(clock),
      random_(random),
      client_(options_of(settings)) {
  if (address_.is_aws() && !key_) {
    throw std::invalid_argument(
        "--upstream " + address_.origin +
        ": AWS believes only signatures over its own name, so requests must be signed anew; say "
        "--upstream-credentials env, and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }
}

http::Errand Upstream::errand(const aws::Call& call) const {
  auto request = forwarded(*call.request);
  if (key_) {
    sign_anew(request, call.credential, address_.authority, *key_,
              {region_, emulator::secrets_manager().signing_name}, real_.now());
  }
  auto target = request.path + (request.query.empty() ? "" : "?" + request.query);
  return {address_.origin + "/", std::move(request.headers), std::move(request.body),
          settings_.timeout,     std::move(request.method),  std::move(target)};
}

aws::Outcome Upstream::answer(const aws::Call& call) {
  const auto question = std::make_shared<Question>(call, aws::request_id(random_, call));
  const auto asked_at = real_.ticks();
  client_.post(errand(call), [this, question, asked_at](Result result) {
    question->answer(std::move(result), real_.ticks() - asked_at);
  });
  aws::Outcome outcome;
  outcome.shape.hold = [question](std::function<void()> go_on) {
    question->wait(std::move(go_on));
  };
  outcome.then = [this, question] { return told(*question); };
  return outcome;
}

aws::Outcome Upstream::told(Question& question) {
  const std::lock_guard lock(question.mutex);
  auto& result = question.result;
  auto outcome = result ? aws::Outcome{} : failed(question, result.error());
  outcome.worked = question.took;
  if (!result) return outcome;
  outcome.reply = forwarded(std::move(*result));
  // A server error may have come before the change, or behind it.
  if (question.writes && outcome.reply->status < 500) {
    outcome.applied = outcome.reply->status < 400;
  }
  if (!key_) {
    const auto words = complaint_.about(*outcome.reply, real_.ticks());
    if (words) spdlog::warn("call {}: {}", question.seq, *words);
  }
  return outcome;
}

aws::Outcome Upstream::failed(const Question& question, const http::NoAnswer& why) const {
  const auto error = error_of(why);
  const auto message = sentence(error, settings_.timeout);
  if (why.reason != http::NoAnswer::Reason::stopped) {
    spdlog::warn("call {}: {} ({}: {})", question.seq, message, address_.origin, why.detail);
  }
  const int status = error == UpstreamError::timeout ? 504 : 502;
  aws::Outcome outcome;
  outcome.reply = aws::error_reply({"StuntUpstreamError", message, status, true},
                                   {question.request_id, clock_.now()});
  outcome.reply->headers.add("x-stunt-upstream-error", std::string(to_string(error)));
  outcome.upstream_error = error;
  return outcome;
}

std::string Upstream::description() const {
  return "answers come from " + address_.origin +
         (key_ ? " (signed anew as " + key_->access_key_id + ")" : "");
}

}  // namespace stunt::harness
