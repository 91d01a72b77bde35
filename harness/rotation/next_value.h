// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "world/random.h"

namespace stunt::harness {

/// What a secret's next value is made of: the value that it has, with another password in each
/// place where one stands.
///
/// * A JSON object keeps its members; the text `password` is replaced or, where there is none,
///   every text except those that say where to connect and as whom (host, username, …).
/// * Any other text is a password as a whole.
/// * Bytes are as many random bytes.
///
/// A password is as long as the one before, up to 4,096 characters, and has the same types of
/// characters; from the empty one it goes to 32.
class NextValue {
 public:
  /// Of what GetSecretValue answered; `token`, the next version's id, names the decision.
  static NextValue after(const aws::Json& current, const world::Random& random,
                         std::string_view token);

  /// Of a secret that has no value yet: a password.
  static NextValue first();

  /// What GetRandomPassword is to be asked for next; not to be asked when all is there().
  bool there() const { return missing_.empty(); }
  aws::Json wish() const;

  /// Puts the password there that was wished for.
  void put(std::string password);

  /// As PutSecretValue takes it: SecretString or SecretBinary.
  aws::Json members() const;

 private:
  explicit NextValue(aws::Json value) : value_(std::move(value)) {}

  aws::Json value_;  ///< text, a binary's base64, or an object
  bool is_binary_ = false;
  std::deque<std::string> missing_;  ///< members that still have the old password; "" is all of it
};

}  // namespace stunt::harness
