// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "stunt/answer.h"
#include "stunt/outcome.h"

namespace stunt {

/// An idempotency token: to be compared, not to be looked at.
class Token {
 public:
  Token() = default;
  Token(std::string value, unsigned number) : value_(std::move(value)), number_(number) {}

  bool is_given() const { return !value_.empty(); }
  bool operator==(const Token& other) const { return value_ == other.value_; }

 private:
  friend std::ostream& operator<<(std::ostream& out, const Token& token);

  std::string value_;
  unsigned number_ = 0;  ///< equal tokens of one transcript have equal numbers
};

/// One call and what became of it. Secrets in it stand as pseudonyms, equal ones as equal ones.
struct Exchange {
  std::uint64_t seq = 0;  ///< in order of arrival; the scope's first call is 1
  std::chrono::microseconds time{
      0};                 ///< of its arrival, on the machine's clock, since the scope began
  std::string operation;  ///< "GetSecretValue"
  std::string secret;     ///< the name of the one that is meant; empty if none is
  std::string access_key_id;
  std::string invocation;                 ///< amz-sdk-invocation-id
  unsigned attempt = 0;                   ///< as the SDK counts them; 0: not said
  Token token{};                          ///< ClientRequestToken
  std::string request;                    ///< its JSON
  Headers headers{};                      ///< of the request
  std::uint64_t connection = 0;           ///< calls without a socket: each has one of its own
  bool reused = false;                    ///< the connection had a request before
  std::optional<Outcome> outcome{};       ///< nothing: it is still in flight
  int status = 0;                         ///< 0: nothing was sent
  std::string error_code{};               ///< "ThrottlingException"
  std::string answer{};                   ///< its JSON
  std::optional<bool> applied{};          ///< whether it changed anything; nothing: it only reads
  std::vector<std::string> faults{};      ///< the rules that struck
  std::chrono::microseconds duration{0};  ///< from the arrival to the last byte of the answer

  /// The request's JSON as it was sent, secrets included. For who asks in so many words: what a
  /// test prints stays in logs.
  std::string revealed_request() const;

  /// What the matchers ask.
  struct Facts;
  std::shared_ptr<const Facts> facts{};
};

/// Exchanges in order of arrival.
class Exchanges : public std::vector<Exchange> {
 public:
  using std::vector<Exchange>::vector;
};

/// A row: seq, time, operation, secret, attempt, outcome, faults.
std::ostream& operator<<(std::ostream& out, const Exchange& exchange);

/// The rows as a table with titles.
std::ostream& operator<<(std::ostream& out, const Exchanges& exchanges);

// For GoogleTest.
void PrintTo(const Exchange& exchange, std::ostream* out);
void PrintTo(const Exchanges& exchanges, std::ostream* out);

}  // namespace stunt
