// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aws/call.h"
#include "http/exchange.h"

namespace stunt::aws {

/// When a fault acts: before the engine is asked (nothing is applied), after it (the change is
/// made, the answer replaced or late), or at a commit point inside of it (the change is half made).
enum class Phase {
  before,
  after,
  at_secret_created,
  at_version_stored,
  at_stage_moved,
  at_rotation_started
};

/// "before", "after", "at:secret.created"…
std::string_view to_string(Phase phase);

/// All of them, in the order of the enumeration.
std::span<const std::string_view> phase_names();

/// Where the engine has to stop; nothing for `before` and `after`.
std::optional<CommitPoint> commit_point(Phase phase);

/// One fault that a rule brought upon a call, as the transcript tells it.
struct FiredFault {
  std::string rule;
  Phase phase = Phase::before;
  std::string action;         ///< "error:ThrottlingException", "delay:1200000us"
  std::optional<double> u{};  ///< the drawn number behind `probability` or a sampled delay
  double p = 1;               ///< fires if u < p
  std::uint64_t ordinal = 0;  ///< the call's
  bool answered = false;      ///< it took the engine's place; transcripts do not tell
};

/// Where a replayed answer came from.
struct Replayed {
  std::string from;       ///< the transcript's path
  std::uint64_t seq = 0;  ///< of the recorded exchange
  bool exact = false;     ///< the request was equal to the letter, not just in its canonical form
  std::vector<std::string> remapped{};   ///< kinds of ids that are others today: "VersionId"
  std::vector<std::string> conflicts{};  ///< kinds of ids that had another partner before
};

/// A recorded request that was nearly the one that came.
struct NearMiss {
  /// One member that differs.
  struct Difference {
    std::string pointer;    ///< a JSON Pointer
    std::string want, got;  ///< recorded and sent; "(sensitive)" where it must not be shown
  };

  std::uint64_t seq = 0;
  double distance = 0;  ///< 0 equal … 1 nothing in common
  std::vector<Difference> differences{};
  std::size_t more = 0;  ///< differences that are not told
};

/// Why an engine that asks somebody else's server has no answer of it.
enum class UpstreamError { no_connection, timeout, broken, too_large };

/// "no_connection"…
std::string_view to_string(UpstreamError error);
std::optional<UpstreamError> read_upstream_error(std::string_view text);

/// What a layer answers to a call. A value: made once, passed up, edited on the way.
struct Outcome {
  std::optional<http::Reply> reply;  ///< empty while `then` is set, and if the wire is silent
  http::Shape shape;

  /// Set: after shape.delay this is called, and what it returns is the outcome from then on; the
  /// faults of both are told. How "wait, then apply" is said.
  std::function<Outcome()> then;

  std::optional<CommitPoint> stopped_at;  ///< the engine ended here, as the call's terms say
  std::optional<bool> applied;  ///< whether state was changed; empty for calls that only read
  std::optional<bool> signature_valid{};  ///< empty: nobody has verified it
  std::optional<http::Reply> real;        ///< the engine's own answer, where a fault replaced it
  std::vector<FiredFault> faults;

  /// What the engine was at work while the answer was held; a call's own time counts by itself.
  world::Duration worked{0};
  std::optional<UpstreamError> upstream_error;  ///< the reply is the engine's own because of this

  std::optional<Replayed> replayed;
  std::vector<NearMiss> near;
};

/// Answers a call. Must be callable from several threads at once.
using Handler = std::function<Outcome(const Call&)>;

/// Wraps a handler: may answer itself, ask the next, change the call's fate on the way up.
using Middleware = std::function<Handler(Handler next)>;

}  // namespace stunt::aws
