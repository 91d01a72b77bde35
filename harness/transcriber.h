// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "aws/exchange.h"
#include "recorder/capture/describe.h"
#include "recorder/capture/options.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"
#include "verdict/journal.h"
#include "world/clock.h"

namespace stunt::harness {

/// Tells a scope's calls as lines of a transcript while it serves, for the admin API and for the
/// program that has the server inside of it: as a recording would have them, but never with a
/// secret, whatever the recording may show. One value has one pseudonym until so much was learned
/// that all has to be forgotten but what the journal keeps; no number is given to two. Thread-safe.
class Transcriber {
 public:
  /// Bodies of calls, in bytes, that are learned beyond those that the journal kept before.
  static constexpr std::size_t kLearnedMost = std::size_t{64} << 20;

  /// `started` is what the lines' `at` counts from.
  Transcriber(recorder::Header header, world::Moment started, std::string scope,
              const recorder::RecordSettings& settings, std::size_t learned_most = kLearnedMost);

  const recorder::Header& header() const { return header_; }

  /// Remembers a call's secrets, so that they are not told wherever they are quoted; nothing if
  /// is_full(). Cheap for what was seen before.
  void learn(const aws::Exchange& exchange);

  /// It has learned what it may: look_at() begins anew.
  bool is_full() const;

  /// Learns all calls there are, those in flight too. Returns the calls as they are now. To be done
  /// before some are told.
  verdict::Journal::Snapshot look_at(const verdict::Journal& journal);

  /// A call; of one in flight what is known by now.
  recorder::ExchangeLine line(const aws::Exchange& exchange);

  /// A text that may quote a secret, without it.
  std::string text(std::string_view text);

  /// The same for what names a secret: what a secret has in it besides its value, such as a host,
  /// stays.
  std::string identifier(std::string_view text);

 private:
  // With the lock.
  void begin_anew();
  /// Counts what it has. False if it was counted before.
  bool note(const aws::Exchange& exchange);
  void take_in(const aws::Exchange& exchange);

  const world::Moment started_;
  const std::string scope_;
  const recorder::Redaction redaction_;
  const recorder::Header header_;
  const std::size_t learned_most_;

  mutable std::mutex mutex_;
  std::optional<recorder::Describer> describer_;
  std::unordered_set<std::size_t> seen_;  ///< hashes of what calls have that may be secret
  std::size_t learned_ = 0;               ///< bytes
  std::size_t most_;                      ///< of them
};

}  // namespace stunt::harness
