// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "harness/admin/errands.h"
#include "harness/transcriber.h"
#include "http/stream.h"
#include "verdict/journal.h"

namespace stunt::harness {

/// Tells what happens in a scope to those who listen, as server-sent events: for each call that has
/// ended `exchange`, a line of a transcript, and before it `rule` for each fault that struck it. An
/// event's id is the number of the call in the order of their endings; who resumes behind an id
/// hears every later call once, or `gap` where some are no longer kept. Thread-safe.
class Events {
 public:
  /// More do not listen to one scope at once.
  static constexpr std::size_t kListenersMost = 100;

  /// All must outlive it; but before it goes, the errands have been stopped.
  Events(verdict::Journal& journal, Transcriber& transcriber, admin::Errands& errands)
      : journal_(journal), transcriber_(transcriber), errands_(errands) {}

  /// Ends all streams.
  ~Events();

  /// From now on, or with the calls that ended behind `since`, as far as they are kept. What is
  /// returned is the listener's place, to be let go when it leaves; null if too many listen.
  std::shared_ptr<void> subscribe(std::shared_ptr<http::Stream> stream,
                                  std::optional<std::uint64_t> since);

 private:
  /// Calls that have ended and wait to be told.
  struct Queue {
    std::vector<verdict::Entry> entries{};
    bool posted = false;     ///< the thread will look at it
    bool overflown = false;  ///< some were not taken in
  };

  void take(const verdict::Entry& entry);

  // On the thread of the errands.
  void join(const std::shared_ptr<http::Stream>& stream, std::optional<std::uint64_t> since);
  /// What ended behind `since`, of all that has been told.
  std::string missed(std::uint64_t since);
  void tell_queued();
  void leave_those_that_are_over();
  std::string told(const verdict::Entry& entry);
  void push(const std::string& text);

  verdict::Journal& journal_;
  Transcriber& transcriber_;
  admin::Errands& errands_;
  const std::shared_ptr<void> places_ = std::make_shared<char>();  ///< shared by all who listen

  std::mutex mutex_;
  Queue queue_;  ///< with mutex_

  // The thread's own.
  std::vector<std::shared_ptr<http::Stream>> streams_;
  std::uint64_t last_ = 0;                         ///< all up to this one were told
  std::map<std::uint64_t, verdict::Entry> early_;  ///< came before one that ended before them
  std::shared_ptr<void> listening_;
};

}  // namespace stunt::harness
