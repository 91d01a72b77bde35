// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "aws/json.h"
#include "aws/sigv4/key.h"
#include "harness/scopes.h"
#include "harness/settings.h"
#include "world/clock.h"

namespace stunt::harness {

/// What a world has of its own that its script does not say.
struct OwnSettings {
  std::optional<std::uint64_t> seed{};  ///< goes before all that others say
  std::vector<aws::Key> keys{};         ///< where signatures are verified, also these are right
};

/// One server and its worlds. Any number may live in one process. Construct, start(), stop() and
/// destroy on one thread.
class Stage {
 public:
  /// Reads the files, binds the port, opens the transcript. Throws input::BadInput for a broken
  /// file and std::runtime_error for everything else that stands in the way.
  explicit Stage(const Settings& settings);
  ~Stage();

  /// Serves, and begins to play the steps of the scripts; `script_ended` is called for each script
  /// that has steps, on another thread.
  void start(std::function<void()> script_ended = nullptr);

  /// Ends as http::Server::stop() says and closes the transcript. False if the recording failed, or
  /// the state could not be kept.
  bool stop(world::Duration grace);

  /// Transcripts that were moved away are ended, and begun anew at their paths.
  void reopen_transcripts();

  /// Ends the grace of a stop() on another thread.
  void stop_now();

  /// "http://127.0.0.1:4566"; the first is the one to tell.
  const std::vector<std::string>& endpoints() const;

  /// The same of the admin API, if it has a port of its own; else empty.
  const std::vector<std::string>& admin_endpoints() const;

  /// Moves the clock that stands still, and has the rotations done that fall due meanwhile; returns
  /// when they have ended. Between start() and stop(). Throws std::logic_error if the clock is the
  /// machine's.
  void advance(world::Duration by);

  const Scopes& scopes() const;

  /// As http::Server::settle() says: afterwards the journals know how each call has ended whose
  /// answer was read.
  void settle();

  /// One more world while the server serves: makes its setup's calls, begins to play its steps, and
  /// takes calls when this returns. Thread-safe. Throws what the constructor throws, and
  /// std::invalid_argument if its name or a key is taken; then there is none.
  Scopes::Held declare(scenarios::Script script, OwnSettings own = {});

  /// A world leaves: its clients find it no more, its steps end. It goes when its last call has
  /// ended and nobody holds it. False if there is none of that name, or if it is that of everybody.
  /// Thread-safe.
  bool remove(std::string_view name);

  /// What /_stunt/v1/health says.
  aws::Json health() const;

  /// Recordings that nobody asked for, a line for each scope that has some, for people.
  std::vector<std::string> left_over() const;

  /// What was put together, a line each, for people.
  std::vector<std::string> description() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stunt::harness
