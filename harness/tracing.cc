// SPDX-License-Identifier: MIT
#include "harness/tracing.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string_view>
#include <utility>

#include "recorder/otlp/outline.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kQueuedMost = 8192;
constexpr std::size_t kBatchMost = 512;
constexpr world::Duration kTimeout = 10s;  // OTLP's own
constexpr world::Duration kRest = 1s;

std::string traces_url(std::string url) {
  constexpr std::string_view kPath = "/v1/traces";
  const auto query = url.substr(std::min(url.find('?'), url.size()));
  url.resize(url.size() - query.size());
  while (url.ends_with('/')) url.pop_back();
  if (!url.ends_with(kPath)) url.append(kPath);
  return url + query;
}

/// A URL as it may be told: without a user's name, a password or a query.
std::string told_url(std::string url) {
  url.erase(std::min(url.find('?'), url.size()));
  const auto host = url.find("//") + 2;
  const auto at = url.substr(0, url.find('/', host)).rfind('@');
  if (at != url.npos) url.erase(host, at + 1 - host);
  return url;
}

/// Empty if the collector took the spans.
std::string error_of(const tl::expected<http::Reply, http::NoAnswer>& result) {
  if (result) {
    const bool taken = result->status >= 200 && result->status < 300;
    return taken ? "" : "it answers with status " + std::to_string(result->status);
  }
  switch (result.error().reason) {
    case http::NoAnswer::Reason::no_connection:
      return "nobody listens there";
    case http::NoAnswer::Reason::late:
      return "it does not answer in time";
    case http::NoAnswer::Reason::stopped:
      return "stunt has stopped first";
    default:
      return "the connection broke";
  }
}

}  // namespace

Tracing::Tracing(const std::string& url, recorder::SpanWriter writer, std::string scope,
                 const world::Clock& machine, Failed failed)
    : url_(traces_url(url)),
      writer_(std::move(writer)),
      scope_(std::move(scope)),
      machine_(machine),
      started_(machine.now()),
      started_ticks_(machine.ticks()),
      failed_(std::move(failed)) {}

void Tracing::add(const aws::Exchange& exchange) {
  Span span{recorder::outline(exchange, scope_), started_ + (exchange.arrival.at - started_ticks_)};
  Batch batch;
  {
    const std::lock_guard lock(mutex_);
    if (closing_ || queue_.size() >= kQueuedMost) {
      ++dropped_;
      return;
    }
    queue_.push_back(std::move(span));
    if (busy_ || machine_.ticks() < not_before_) return;
    batch = next_batch();
  }
  send(batch);
}

Tracing::Status Tracing::status() const {
  const std::lock_guard lock(mutex_);
  return {sent_, queue_.size(), dropped_, error_};
}

void Tracing::close(world::Duration grace) {
  std::unique_lock lock(mutex_);
  closing_ = true;
  if (!busy_ && !queue_.empty()) {
    const auto batch = next_batch();
    lock.unlock();
    send(batch);
    lock.lock();
  }
  idle_.wait_for(lock, grace, [this] { return !busy_; });
  dropped_ += queue_.size();
  queue_.clear();
}

/// What waits, as much as goes at once; under the lock.
Tracing::Batch Tracing::next_batch() {
  const auto end =
      queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), kBatchMost));
  Batch batch(std::make_move_iterator(queue_.begin()), std::make_move_iterator(end));
  queue_.erase(queue_.begin(), end);
  busy_ = !batch.empty();
  return batch;
}

void Tracing::send(const Batch& batch) {
  http::Errand errand;
  errand.url = url_;
  errand.headers.add("Content-Type", "application/json");
  errand.timeout = kTimeout;
  errand.body = writer_.head();
  std::size_t spans = 0;
  for (const auto& [line, began] : batch) {
    const auto span = writer_.span(line, began);
    if (!span) continue;  // the client does not sample
    if (spans++ > 0) errand.body += ",";
    errand.body += *span;
  }
  errand.body += recorder::kSpansTail;
  if (spans == 0) return ended(0, "");
  client_.post(std::move(errand),
               [this, spans](const auto& result) { ended(spans, error_of(result)); });
}

/// A batch has ended: the next one, if there is one.
void Tracing::ended(std::size_t spans, const std::string& error) {
  std::string lost;
  Batch batch;
  {
    const std::lock_guard lock(mutex_);
    if (error.empty()) {
      sent_ += spans;
      if (spans > 0) error_.clear();
      batch = next_batch();
    } else {
      dropped_ += spans;
      if (error_.empty()) lost = error;
      error_ = error;
      not_before_ = machine_.ticks() + kRest;
      busy_ = false;
    }
  }
  if (!lost.empty()) failed_("spans are lost: no way to " + told_url(url_) + ": " + lost);
  if (!batch.empty()) return send(batch);
  idle_.notify_all();
}

aws::Json health_of(const Tracing& tracing) {
  const auto status = tracing.status();
  aws::Json health = {
      {"sent", status.sent}, {"queued", status.queued}, {"dropped", status.dropped}};
  if (!status.error.empty()) health["error"] = status.error;
  return health;
}

}  // namespace stunt::harness
