// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace stunt::scenarios {

/// A bucket of AWS's: the operations that share it, and how many requests a second they have
/// together, for one account in one Region.
struct Quota {
  std::string_view name;
  double per_second;
};

/// The quota that an operation of AWS Secrets Manager counts against; nothing for a name that it
/// does not have.
std::optional<Quota> aws_quota(std::string_view operation);

}  // namespace stunt::scenarios
