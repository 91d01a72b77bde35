// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace stunt::aws {

/// arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE. Views into the text that was read.
struct Arn {
  std::string_view partition;
  std::string_view service;
  std::string_view region;
  std::string_view account;
  std::string_view resource;  ///< everything behind the fifth colon, colons included
};

/// The parts of an ARN; nothing if `text` is not one.
std::optional<Arn> read_arn(std::string_view text);

/// The name that a secret's id says: the id itself unless it is an ARN; of an ARN the part behind
/// "secret:", without the hyphen and six letters or digits that AWS appends. Without the vault at
/// hand this is a guess for one case only: a partial ARN of a name that itself ends so.
std::string_view secret_name(std::string_view secret_id);

/// True if `text` ends in a hyphen and six letters or digits, as a whole secret ARN does.
bool has_arn_suffix(std::string_view text);

}  // namespace stunt::aws
