// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "stunt/scope.h"

namespace stunt {

/// How a Server is set up. What is not set has the default that stands here.
struct ServerOptions {
  std::uint16_t port = 0;                ///< 0: a free one
  std::string region = "us-east-1";      ///< of unsigned requests
  std::string account = "000000000000";  ///< of access keys that are no account id
  std::optional<std::uint64_t> seed{};   ///< before that of a scenario file; 0 if nobody says one
  bool deterministic = false;            ///< the clock stands at 2026-01-01T00:00:00Z; advance()
  std::vector<std::string> fixtures{};   ///< paths of files with secrets to begin with
  std::string state{};                   ///< directory in which secrets outlive the server
  std::vector<std::string> scenarios{};  ///< paths of scenario files
  std::string record{};                  ///< path of a transcript to write
  std::string record_mode = "once";      ///< if it is there: answer from it; or none, new_episodes,
                                         ///< all (docs/recording.md)
  std::string replay{};                  ///< path of a transcript to answer from
  std::string upstream{};                ///< URL of a server to ask instead of the emulator
  std::string lambda_endpoint{};         ///< where rotation functions are called; empty: builtin
};

/// A stand-in for AWS Secrets Manager inside of this process, on loopback. Serves from construction
/// to stop() or destruction, on a thread of its own. Any number may live side by side. Its scopes
/// must be gone before it is.
class Server {
 public:
  /// Throws std::runtime_error that says which file is broken and where, or what is in the way.
  explicit Server(const ServerOptions& options = {});
  ~Server();

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "http://127.0.0.1:PORT": what an SDK's endpoint has to be.
  const std::string& endpoint() const;

  /// The world of everybody who names no other.
  const Scope& everybody() const;

  /// A rule in the world of everybody, as Scope::on() says.
  template <typename... Conditions>
  Rule on(const Conditions&... conditions) const {
    return everybody().on(conditions...);
  }

  /// One more world, of its own. Throws std::runtime_error or std::invalid_argument that says what
  /// is wrong with its scenario, or that its name is taken. From any thread.
  Scope scope(const ScopeOptions& options = {});

  /// Answers no more; the transcript is complete afterwards. False if the recording failed.
  bool stop();

  /// Moves the clock of a deterministic server, and has the rotations done that fall due meanwhile;
  /// returns when they have ended. Throws std::logic_error if the server is not deterministic.
  void advance(std::chrono::microseconds by);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stunt
