// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
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

/// Tells a scope's calls as lines of a transcript while it serves, for the admin API: as a
/// recording would have them, but never with a secret, whatever the recording may show. One value
/// has one pseudonym for as long as the scope is there. Thread-safe.
class Transcriber {
 public:
  /// `started` is what the lines' `at` counts from.
  Transcriber(recorder::Header header, world::Moment started, std::string scope,
              const recorder::RecordSettings& settings);

  const recorder::Header& header() const { return describer_.header(); }

  /// Remembers a call's secrets, so that they are not told wherever they are quoted. Cheap for what
  /// was seen before.
  void learn(const aws::Exchange& exchange);

  /// The same of all calls there are, those in flight too. Returns the calls as they are now.
  verdict::Journal::Snapshot look_at(const verdict::Journal& journal);

  /// A call that has ended.
  recorder::ExchangeLine line(const aws::Exchange& exchange);

  /// A text that may quote a secret, without it.
  std::string text(std::string_view text);

 private:
  std::mutex mutex_;
  recorder::Describer describer_;
  std::unordered_set<std::size_t> seen_;  ///< hashes of what calls have that may be secret
};

}  // namespace stunt::harness
