// SPDX-License-Identifier: MIT
#include "verdict/journal.h"

#include <algorithm>
#include <future>
#include <utility>

namespace stunt::verdict {
namespace {

void call_all(const std::vector<std::function<void()>>& due) {
  for (const auto& reached : due) reached();
}

std::size_t size_of(const http::Headers& headers) {
  std::size_t bytes = 0;
  for (const auto& [name, value] : headers) bytes += name.size() + value.size();
  return bytes;
}

std::size_t size_of(const http::Request& request) {
  return request.path.size() + size_of(request.headers) + request.body.size();
}

std::size_t size_of(const std::optional<http::Reply>& reply) {
  return reply ? size_of(reply->headers) + reply->body.size() : 0;
}

}  // namespace

void Journal::arrived(const aws::Exchange& exchange, Caller caller) {
  const auto bytes = size_of(exchange.request);
  Due due;
  std::deque<Record> gone;
  {
    const std::lock_guard lock(mutex_);
    records_.push_back({&exchange, nullptr, caller, std::nullopt, bytes});
    bytes_ += bytes;
    in_flight_[&exchange] = dropped_ + records_.size() - 1;
    due = note(records_.back(), false);
    gone = shrink();
  }
  call_all(due);
  forget(std::move(gone));
}

std::deque<Journal::Record> Journal::shrink() {
  std::deque<Record> gone;
  while (records_.size() > limits_.calls || (bytes_ > limits_.bytes && records_.size() > 1)) {
    auto& oldest = records_.front();
    if (!oldest.ended) in_flight_.erase(oldest.at);
    bytes_ -= oldest.bytes;
    gone.push_back(std::move(oldest));
    records_.pop_front();
    ++dropped_;
  }
  return gone;
}

void Journal::finished(std::shared_ptr<const aws::Exchange> exchange) {
  const auto outcome = aws::outcome_of(*exchange);
  const auto bytes = size_of(exchange->outcome.reply) + size_of(exchange->outcome.real);
  Due due;
  std::deque<Record> gone;
  Entry entry;
  std::vector<std::shared_ptr<const Listener>> listeners;
  {
    std::unique_lock lock(mutex_);
    const auto found = in_flight_.find(exchange.get());
    if (found == in_flight_.end()) {
      lock.unlock();
      if (forgotten_) forgotten_(*exchange);
      return;
    }
    auto& record = records_[found->second - dropped_];
    in_flight_.erase(found);
    record.ended = std::move(exchange);
    record.outcome = outcome;
    record.order = ++ended_;
    record.bytes += bytes;
    bytes_ += bytes;
    due = note(record, true);
    entry = {record.ended, record.caller, outcome, record.order};
    std::erase_if(listeners_, [&](const auto& listener) {
      auto there = listener.lock();
      const bool has_left = !there;
      if (there) listeners.push_back(std::move(there));
      return has_left;
    });
    gone = shrink();
  }
  call_all(due);
  for (const auto& listener : listeners) (*listener)(entry);
  forget(std::move(gone));
}

void Journal::clear() {
  std::deque<Record> gone;
  {
    const std::lock_guard lock(mutex_);
    dropped_ = 0;
    bytes_ = 0;
    in_flight_.clear();
    gone.swap(records_);
  }
  forget(std::move(gone));
}

void Journal::forget(std::deque<Record> gone) const {
  if (!forgotten_) return;
  for (const auto& record : gone) {
    if (record.ended) forgotten_(*record.ended);
  }
}

std::shared_ptr<void> Journal::listen(Listener listener) {
  auto held = std::make_shared<const Listener>(std::move(listener));
  const std::lock_guard lock(mutex_);
  listeners_.push_back(held);
  return std::const_pointer_cast<Listener>(std::move(held));
}

bool Journal::counts_for(const Record& record, const scenarios::Match& match) const {
  if (record.caller != Caller::client && record.caller != Caller::rotator) return false;
  if (match.outcome && record.outcome != match.outcome) return false;
  return match.matches(record.at->call, board_);
}

Journal::Due Journal::note(const Record& record, bool has_ended) {
  Due due;
  for (auto at = waiting_.begin(); at != waiting_.end();) {
    auto& wanted = at->second;
    const bool is_its_moment = wanted.match.outcome.has_value() == has_ended;
    if (is_its_moment && counts_for(record, wanted.match) && --wanted.left == 0) {
      due.push_back(std::move(wanted.reached));
      at = waiting_.erase(at);
    } else {
      ++at;
    }
  }
  return due;
}

/// Its outcome is still being made, by other threads.
std::shared_ptr<const aws::Exchange> Journal::copy_of(const aws::Exchange& exchange) const {
  auto copy = std::make_shared<aws::Exchange>();
  copy->request = exchange.request;
  copy->arrival = exchange.arrival;
  copy->at = exchange.at;
  copy->call = aws::read_call(copy->request, service_);
  copy->call.seq = exchange.call.seq;
  copy->call.ordinal = exchange.call.ordinal;
  return copy;
}

Journal::Snapshot Journal::snapshot() const {
  Snapshot snapshot;
  {
    const std::lock_guard lock(mutex_);
    snapshot.dropped = dropped_;
    snapshot.ended = ended_;
    snapshot.entries.reserve(records_.size());
    for (const auto& record : records_) {
      snapshot.entries.push_back({record.ended ? record.ended : copy_of(*record.at), record.caller,
                                  record.outcome, record.order});
    }
  }
  // Two threads may have numbered their calls in one order and brought them here in the other.
  std::stable_sort(snapshot.entries.begin(), snapshot.entries.end(),
                   [](const Entry& a, const Entry& b) { return a.seq() < b.seq(); });
  return snapshot;
}

Journal::Waiter& Journal::Waiter::operator=(Waiter&& other) noexcept {
  if (this != &other) {
    cancel();
    journal_ = std::exchange(other.journal_, nullptr);
    id_ = other.id_;
  }
  return *this;
}

bool Journal::Waiter::cancel() {
  if (!journal_) return false;
  auto& journal = *std::exchange(journal_, nullptr);
  const std::lock_guard lock(journal.mutex_);
  return journal.waiting_.erase(id_) > 0;
}

Journal::Waiter Journal::await(scenarios::Match match, std::uint64_t count,
                               std::function<void()> reached) {
  Waiter waiter;
  {
    const std::lock_guard lock(mutex_);
    const auto there = static_cast<std::uint64_t>(
        std::count_if(records_.begin(), records_.end(),
                      [&](const Record& record) { return counts_for(record, match); }));
    if (there < count) {
      waiter.journal_ = this;
      waiter.id_ = ++waiters_;
      waiting_.emplace(waiter.id_, Wanted{std::move(match), count - there, std::move(reached)});
      return waiter;
    }
  }
  reached();
  return waiter;
}

bool Journal::wait_for(const scenarios::Match& match, std::uint64_t count,
                       world::Duration real_time) {
  // Shared, because the call may still be going on when the time is over.
  const auto reached = std::make_shared<std::promise<void>>();
  const auto future = reached->get_future();
  auto waiter = await(match, count, [reached] { reached->set_value(); });
  future.wait_for(real_time);
  return !waiter.cancel();
}

}  // namespace stunt::verdict
