// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "verdict/journal.h"

namespace stunt::verdict {

/// What a journal tells of secrets and versions. Values are kept as hashes, and nowhere else.

/// A hash of a secret's value; empty if there is none.
using ValueHash = std::string;

/// Of the SecretString or SecretBinary of a request or an answer.
ValueHash hash_of_value(const aws::Json& body);

/// The Region and name of the secret that a call names: the same secret for the same client.
std::string secret_key(const aws::Call& call);
std::string secret_key(const aws::Call& call, std::string_view name);

/// The body that the engine answered, whatever the client got; nothing unless it went well.
std::optional<aws::Json> engine_answer(const Entry& entry);

/// The body that the client got whole; nothing unless that went well.
std::optional<aws::Json> client_answer(const Entry& entry);

/// What became of a change that a call asked for.
enum class Fate { kept, refused, unknown };
Fate fate_of(const Entry& entry);

/// The idempotency token; empty if there is none.
std::string_view token_of(const aws::Call& call);

/// A version as an answer shows it, with its value.
struct ReadVersion {
  std::string_view name;  ///< of the secret
  std::string_view version_id;
  ValueHash value;
  bool is_current = false;  ///< the answer says that it has AWSCURRENT
};

/// Those in an answer to GetSecretValue or BatchGetSecretValue; views into `answer`.
std::vector<ReadVersion> versions_in(const aws::Call& call, const aws::Json& answer);

}  // namespace stunt::verdict
