// SPDX-License-Identifier: MIT
#include "harness/events.h"

#include <algorithm>
#include <utility>

#include "aws/json.h"
#include "recorder/transcript/write_line.h"

namespace stunt::harness {
namespace {

/// What a client waits before it connects again. Whoever has read it misses nothing from then on.
constexpr std::string_view kOpening = "retry: 1000\n\n";

/// More calls do not wait to be told: who listens hears of a gap then.
constexpr std::size_t kQueuedMost = 10'000;

/// So many calls that have ended are told to who resumes.
constexpr std::size_t kMissedMost = 10'000;

std::string event(std::string_view name, const std::string& data, std::uint64_t id = 0) {
  const auto number = id > 0 ? "id: " + std::to_string(id) + "\n" : std::string();
  return number + "event: " + std::string(name) + "\ndata: " + data + "\n\n";
}

/// Calls behind `after` and up to `last` are not told.
std::string gap(std::uint64_t after, std::uint64_t last) {
  return event("gap", aws::Json{{"after", after}, {"upTo", last}}.dump(), last);
}

}  // namespace

Events::~Events() {
  for (const auto& stream : streams_) stream->end();
}

std::shared_ptr<void> Events::subscribe(std::shared_ptr<http::Stream> stream,
                                        std::optional<std::uint64_t> since) {
  auto place = places_;
  // A few more at the same moment do no harm.
  if (static_cast<std::size_t>(place.use_count()) > kListenersMost + 1) return nullptr;
  const bool taken =
      errands_.post([this, stream = std::move(stream), since] { join(stream, since); });
  return taken ? place : nullptr;
}

void Events::join(const std::shared_ptr<http::Stream>& stream, std::optional<std::uint64_t> since) {
  leave_those_that_are_over();
  if (!listening_) {
    listening_ = journal_.listen([this](const verdict::Entry& entry) { take(entry); });
    early_.clear();
    // Whatever ends from now on comes to take(), and perhaps some of what the snapshot has.
    last_ = transcriber_.look_at(journal_).ended;
  }
  streams_.push_back(stream);
  stream->push(kOpening);
  if (since) stream->push_all(missed(*since));
}

std::string Events::missed(std::uint64_t since) {
  // An id of another server, or of a scope that went: nobody knows what was missed.
  if (since > last_) return gap(last_, last_);
  auto entries = transcriber_.look_at(journal_).entries;
  std::erase_if(entries, [&](const auto& entry) {
    return entry.order <= since || entry.order > last_;  // those in flight have none
  });
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.order < b.order; });
  if (entries.size() > kMissedMost) {
    entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(kMissedMost));
  }
  std::string text;
  for (const auto& entry : entries) {
    if (entry.order != since + 1) text += gap(since, entry.order - 1);
    text += told(entry);
    since = entry.order;
  }
  if (since < last_) text += gap(since, last_);
  return text;
}

void Events::take(const verdict::Entry& entry) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.entries.size() >= kQueuedMost) {
      queue_.overflown = true;
      return;
    }
    queue_.entries.push_back(entry);
    if (std::exchange(queue_.posted, true)) return;
  }
  if (errands_.post([this] { tell_queued(); })) return;
  const std::lock_guard lock(mutex_);
  queue_.posted = false;
}

void Events::tell_queued() {
  Queue queue;
  {
    const std::lock_guard lock(mutex_);
    std::swap(queue, queue_);
  }
  leave_those_that_are_over();
  if (!listening_) return;
  if (transcriber_.is_full()) transcriber_.look_at(journal_);
  for (auto& entry : queue.entries) {
    if (entry.order > last_) early_.emplace(entry.order, std::move(entry));
  }
  std::string text;
  while (!early_.empty() && early_.begin()->first == last_ + 1) {
    const auto next = early_.extract(early_.begin());
    text += told(next.mapped());
    last_ = next.key();
  }
  if (queue.overflown) {
    // Those that were not taken in are among these.
    const auto ended = journal_.snapshot().ended;
    if (ended > last_) text += gap(last_, ended);
    last_ = std::max(last_, ended);
    early_.erase(early_.begin(), early_.upper_bound(last_));
  }
  push(text);
}

void Events::leave_those_that_are_over() {
  std::erase_if(streams_, [](const auto& stream) { return stream->is_over(); });
  if (streams_.empty()) listening_.reset();
}

std::string Events::told(const verdict::Entry& entry) {
  if (!entry.counts()) {
    transcriber_.learn(*entry.exchange);
    return {};
  }
  const auto line = transcriber_.line(*entry.exchange);
  std::string text;
  for (const auto& fault : line.faults) {
    text += event("rule", aws::Json{{"rule", fault.rule},
                                    {"phase", aws::to_string(fault.phase)},
                                    {"action", fault.action},
                                    {"seq", line.seq}}
                              .dump());
  }
  return text + event("exchange", recorder::to_line(line), entry.order);
}

void Events::push(const std::string& text) {
  if (text.empty()) return;
  for (const auto& stream : streams_) stream->push(text);
}

}  // namespace stunt::harness
