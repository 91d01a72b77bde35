// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "aws/call.h"
#include "aws/outcome.h"
#include "aws/service_model.h"
#include "recorder/replay/beyond.h"
#include "recorder/replay/matching.h"
#include "recorder/replay/options.h"
#include "recorder/replay/playlist.h"
#include "recorder/replay/recordings.h"
#include "recorder/replay/remap.h"
#include "recorder/replay/values.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::recorder {

/// Whom a replay asks and tells. All may be empty.
struct ReplayPorts {
  aws::Handler beyond{};  ///< answers what the options leave to the engine
  Beyond::Warn warn{};    ///< hears of ids that contradict
  KnownSecret known{};    ///< values that recorded pseudonyms stood for
};

/// Answers calls from a transcript, in the order that the options say (docs/replay.md). What is not
/// in the transcript is answered by the engine behind it, or with StuntReplayMiss, which no SDK
/// retries.
///
/// A pseudonym stands for the value that a client sends in its place at first; one that nobody
/// sends is filled with a value made from the seed. Thread-safe.
class Replay {
 public:
  /// Reads the transcript; throws as read_transcript() does, and std::invalid_argument for options
  /// that are wrong. `service` and `clock` must outlive this.
  Replay(const ReplayOptions& options, const aws::ServiceModel& service, const world::Clock& clock,
         world::Random random, ReplayPorts ports = {});

  aws::Outcome answer(const aws::Call& call);

  /// The number of the pseudonym that stands for a value in the transcript, once it is bound.
  std::optional<std::uint64_t> recorded_number(SecretKind kind, std::string_view value);

  /// A recorded exchange that nobody asked for.
  struct Unused {
    std::uint64_t seq = 0;
    std::string operation;
    std::string secret;  ///< empty if it is about none; and of those far down a long list
  };
  /// In the order of recording.
  std::vector<Unused> unused() const;

  struct Status {
    std::size_t recordings = 0;
    std::size_t played = 0;  ///< of these, at least once
    std::size_t misses = 0;
    std::size_t beyond = 0;     ///< calls that the engine answered
    std::size_t conflicts = 0;  ///< ids that contradict
  };
  Status status() const;

 private:
  /// A recording that is to be played, read back.
  struct Track {
    Playlist::Next next;
    ExchangeLine line;
  };

  Recordings open(const aws::ServiceModel& service);
  Matching::Request read(const aws::Call& call, std::set<std::string>& remapped);
  aws::Outcome respond(const aws::Call& call);
  /// What to play, taken from the list; else `next` says why there is nothing.
  std::optional<Track> choose(const Matching::Request& request, Playlist::Next& next);
  aws::Outcome give(const aws::Call& call, const Track& track, std::set<std::string> remapped);
  http::Reply reply(const ExchangeLine::Reply& recorded, const aws::Json& body) const;
  void learn(const aws::Json& recorded, const aws::Json& live, bool again);

  aws::Outcome unknown(const aws::Call& call, const Matching::Request& request,
                       const Playlist::Next& next);
  aws::Outcome used_up(const aws::Call& call, const Matching::Request& request,
                       const Playlist::Next& next);
  /// `alike` was recorded of the same request.
  aws::Outcome beyond(const aws::Call& call, const ExchangeLine* alike = nullptr);
  aws::Outcome miss(const aws::Call& call, std::string message);

  const ReplayOptions options_;
  const world::Clock& clock_;
  const world::Random random_;
  const Beyond::Warn warn_;
  const Matching matching_;
  Values values_;  ///< with mutex_
  const Recordings recordings_;
  Beyond beyond_;

  /// Around what is learned: short, as files are read and hashes are made outside of it.
  mutable std::mutex mutex_;
  Playlist playlist_;
  IdMap ids_;  ///< the recording's, and what clients say instead
  std::size_t misses_ = 0;
  std::size_t asked_beyond_ = 0;
};

}  // namespace stunt::recorder
