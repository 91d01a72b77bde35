// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "aws/call.h"

namespace stunt::emulator {

/// Whose secrets, and where. What is in one place is not seen from another.
struct Place {
  std::string region;   ///< "us-east-1"
  std::string account;  ///< 12 digits

  bool operator<(const Place& other) const {
    return std::tie(region, account) < std::tie(other.region, other.account);
  }
};

/// True for the number of an account: 12 digits.
bool is_account(std::string_view text);

/// Where a call is at home: the Region that it is signed for, and the account that its access key
/// id is, if that has 12 digits. `otherwise` stands in for what the call does not say.
Place place_of(const aws::Call& call, const Place& otherwise);

/// "arn:aws:secretsmanager:us-east-1:111122223333:secret:", what every ARN there begins with.
std::string arn_prefix(const Place& place);

/// "arn:aws:iam::111122223333:root", who calls from there as far as anybody knows.
std::string root_arn(const Place& place);

}  // namespace stunt::emulator
