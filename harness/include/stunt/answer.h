// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace stunt {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// What somebody who stands in for the engine is asked.
struct Request {
  std::string operation;  ///< "GetSecretValue"
  std::string secret;     ///< the name of the secret that is meant; empty if none is
  std::string body;       ///< JSON as it was sent, secrets included
  std::string access_key_id;
  unsigned attempt = 0;  ///< as the SDK counts them; 0: not said
};

/// "GetSecretValue of prod/db": what is in the body is not told.
std::ostream& operator<<(std::ostream& out, const Request& request);

/// An answer: one that is given, or one that came.
struct Answer {
  int status = 200;  ///< 0: none came, or the engine is to be asked
  std::string body = "{}";
  Headers headers{};

  /// 200 with this JSON.
  static Answer Ok(std::string json = "{}");

  /// An error as AWS has it, with the code's own text and status unless they are given.
  static Answer Error(const std::string& code, const std::string& message = "", int status = 0);

  /// The engine answers, as if nobody stood in for it.
  static Answer OfTheEngine() { return {0, "", {}}; }

  bool ok() const { return status >= 200 && status < 300; }

  /// False if the connection broke, or nothing came in time.
  bool arrived() const { return status != 0; }

  /// "ThrottlingException"; empty if it is no error.
  std::string error_code() const;
};

/// "200", "400 ThrottlingException", "no answer": what is in the body is not told.
std::ostream& operator<<(std::ostream& out, const Answer& answer);

/// Answers in place of the engine, on a thread of the server: it must not block, and may be asked
/// by several threads at once. One that throws has answered with InternalFailure. It must not hold
/// a Scope of its own world, which would keep itself alive.
using Handler = std::function<Answer(const Request&)>;

}  // namespace stunt
