// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "stunt/answer.h"
#include "stunt/calls.h"
#include "stunt/exchange.h"
#include "stunt/rule.h"
#include "stunt/secret.h"

namespace stunt {

/// How a world is set up. What is not set has the default that stands here.
struct ScopeOptions {
  std::string name{};  ///< 1 to 64 letters, digits, '.', '_' and '-'; empty: one that is free
  std::optional<std::uint64_t> seed{};  ///< the server's if it is not given
  bool virtual_clock = false;           ///< stands still until advance()
  std::string scenario{};  ///< path of a scenario file to play; its own scope is not looked at
};

/// A world of its own on a Server: secrets, rules, clock, counters and transcript. What happens in
/// one is not seen in another. Ends with its last copy; the server must outlive it. Thread-safe.
class Scope {
 public:
  /// What its clients have to be told. No signature is verified; the key only says whose call it
  /// is.
  const std::string& name() const;
  const std::string& endpoint() const;  ///< "http://127.0.0.1:PORT/s/NAME"
  const std::string& access_key_id() const;
  const std::string& secret_access_key() const;
  const std::string& region() const;

  /// This process's environment with all that leads an AWS SDK here: "NAME=value" each.
  std::vector<std::string> environment() const;

  /// Runs a command in that environment and returns its exit status; 128 and the signal if it was
  /// killed. Throws std::invalid_argument if it cannot be run, and std::runtime_error if it has not
  /// ended within `timeout` of real time; it is killed then.
  int run(const std::vector<std::string>& command,
          std::chrono::milliseconds timeout = std::chrono::seconds(60)) const;

  std::uint64_t seed() const;

  /// A rule for the calls that meet all conditions, that is added at the end of the statement:
  /// scope.on(Op("GetSecretValue")).Error("ThrottlingException").Once();
  template <typename... Conditions>
  Rule on(const Conditions&... conditions) const {
    return Rule(All(Calls(), conditions...),
                [scope = *this](const Rule& rule) { scope.add(rule); });
  }

  /// Adds a rule; answers its id. Throws std::invalid_argument that says what is wrong with it, or
  /// that its name is taken.
  std::string add(const Rule& rule) const;

  /// False if there is none of that id.
  bool remove_rule(const std::string& id) const;

  /// Ids of rules that should have acted and have not.
  std::vector<std::string> unfired_rules() const;

  /// From now on `handler` answers in place of the engine; rules act on its answers too. An empty
  /// one: the engine answers again, and nobody is in the old one any more.
  void answer_with(Handler handler) const;

  /// A call without a socket, through rules and transcript like any other; waits for its answer. An
  /// idempotency token that is missing is made up, as SDKs do.
  Answer call(const std::string& operation, const std::string& json,
              const Headers& headers = {}) const;

  /// Moves a virtual clock, and has the rotations done that fall due meanwhile; returns when they
  /// have ended. Throws std::logic_error if the clock is the machine's.
  void advance(std::chrono::microseconds by) const;

  /// The calls of clients so far that are meant. Throws std::invalid_argument for conditions that
  /// no call can meet. Waits for the server's threads, and so not from inside of a handler.
  Exchanges transcript(const Calls& calls = {}) const;

  /// Waits until so many such calls have arrived since the scope began; where the outcome matters,
  /// until they have ended. False if they did not come within `timeout` of real time.
  bool await(const Calls& calls, std::uint64_t count, std::chrono::microseconds timeout) const;

  /// Asks the engine, past all rules.
  Secret secret(const std::string& name) const;

  /// What speaks against the scenario that plays here, as a report for people; empty if nothing
  /// does. Waits for its steps, as for clients that have left.
  std::string verdict() const;

  /// What stunt's own parts ask; of no use otherwise.
  struct Parts;
  explicit Scope(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}
  const std::shared_ptr<Parts>& parts() const { return parts_; }

 private:
  std::shared_ptr<Parts> parts_;
};

}  // namespace stunt
