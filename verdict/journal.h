// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "aws/exchange.h"
#include "aws/outcome_kind.h"
#include "scenarios/board.h"
#include "scenarios/match.h"
#include "world/clock.h"

namespace stunt::verdict {

/// Whose call it is.
enum class Caller {
  client,   ///< the program that is being tried
  rotator,  ///< what rotates secrets as AWS would have it done
  setup,    ///< the scenario, before anything else
  steps     ///< the scenario, while it goes on
};

/// One call as it is judged.
struct Entry {
  /// Request, call and arrival always; what became of it only if it has ended.
  std::shared_ptr<const aws::Exchange> exchange;
  Caller caller = Caller::client;
  std::optional<aws::OutcomeKind> outcome{};  ///< nothing: it is still in flight
  std::uint64_t order = 0;                    ///< 1 for the first call that ended; 0: in flight

  const aws::Call& call() const { return exchange->call; }
  std::uint64_t seq() const { return exchange->call.seq; }

  /// It counts where calls are counted: those that a scenario makes itself do not.
  bool counts() const { return caller == Caller::client || caller == Caller::rotator; }
};

/// The calls of one scope, in the order of their arrival, for whoever waits for some of them or
/// judges them. Counts on arrival, so that no answer that is late or lost fools anybody.
/// Thread-safe.
class Journal {
 public:
  /// More is not kept: the oldest calls go, and a verdict says so.
  struct Limits {
    std::size_t calls = 200'000;
    std::size_t bytes = SIZE_MAX;  ///< of requests and answers
  };

  /// `service` and `board` must outlive it.
  Journal(const aws::ServiceModel& service, const scenarios::Board& board, Limits limits)
      : service_(service), board_(board), limits_(limits) {}

  /// Is told of each call that has ended and is not kept any longer, on any thread. Set before the
  /// first call, or not at all.
  void tell_forgotten(std::function<void(const aws::Exchange&)> forgotten) {
    forgotten_ = std::move(forgotten);
  }

  /// A call has arrived. What its `request`, `call`, `arrival` and `at` say does not change, and
  /// it stays where it is, until finished() has been called with it.
  void arrived(const aws::Exchange& exchange, Caller caller);

  /// It has ended. One that never arrived here is left out.
  void finished(std::shared_ptr<const aws::Exchange> exchange);

  struct Snapshot {
    std::vector<Entry> entries;  ///< by seq
    std::uint64_t dropped = 0;   ///< calls that arrived and are not kept any longer
    std::uint64_t ended = 0;     ///< the order of the last that ended; none comes to be below it
  };

  /// All calls so far, those in flight too. Stays as it is.
  Snapshot snapshot() const;

  /// Forgets all calls, those in flight too. The order of endings goes on.
  void clear();

  /// Told of each call that has ended, on the thread that ended it, until the listener is gone; a
  /// call of it that is under way then may go on for a moment. Only calls that are kept.
  using Listener = std::function<void(const Entry&)>;
  std::shared_ptr<void> listen(Listener listener);

  /// Somebody who waits; the journal must outlive it.
  class Waiter {
   public:
    Waiter() = default;
    Waiter(Waiter&& other) noexcept { *this = std::move(other); }
    Waiter& operator=(Waiter&& other) noexcept;
    ~Waiter() { cancel(); }

    /// True: what was to be called will never be. False: it has been, is being, or is about to be.
    bool cancel();

   private:
    friend class Journal;
    Journal* journal_ = nullptr;
    std::uint64_t id_ = 0;
  };

  /// Calls `reached` once, when so many calls that match have arrived since the beginning: before
  /// this returns if there are enough already, else on the thread that brings the last one. Where
  /// the match has an `outcome`, calls count when they have ended.
  Waiter await(scenarios::Match match, std::uint64_t count, std::function<void()> reached);

  /// The same for a thread that has time. False if they did not come within `real_time`.
  bool wait_for(const scenarios::Match& match, std::uint64_t count, world::Duration real_time);

 private:
  struct Record {
    const aws::Exchange* at;                       ///< while it is in flight
    std::shared_ptr<const aws::Exchange> ended{};  ///< afterwards
    Caller caller;
    std::optional<aws::OutcomeKind> outcome{};
    std::size_t bytes = 0;
    std::uint64_t order = 0;
  };
  struct Wanted {
    scenarios::Match match;
    std::uint64_t left;
    std::function<void()> reached;
  };
  using Due = std::vector<std::function<void()>>;

  bool counts_for(const Record& record, const scenarios::Match& match) const;
  /// Those for whom this was the last one. `has_ended`: it has just done that, else just arrived.
  Due note(const Record& record, bool has_ended);
  /// With the lock; what goes is given away, to be destroyed without it.
  std::deque<Record> shrink();
  /// Without the lock.
  void forget(std::deque<Record> gone) const;
  std::shared_ptr<const aws::Exchange> copy_of(const aws::Exchange& exchange) const;

  const aws::ServiceModel& service_;
  const scenarios::Board& board_;
  const Limits limits_;
  std::function<void(const aws::Exchange&)> forgotten_;

  mutable std::mutex mutex_;
  std::deque<Record> records_;
  std::uint64_t dropped_ = 0;  ///< the first record is number dropped_
  std::unordered_map<const aws::Exchange*, std::uint64_t> in_flight_;
  std::map<std::uint64_t, Wanted> waiting_;
  std::uint64_t waiters_ = 0;
  std::size_t bytes_ = 0;    ///< of all records
  std::uint64_t ended_ = 0;  ///< so many have, of those that were kept then
  std::vector<std::weak_ptr<const Listener>> listeners_;
};

}  // namespace stunt::verdict
