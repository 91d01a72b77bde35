// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "aws/call.h"
#include "emulator/settings.h"

namespace stunt::emulator {

/// Whose secrets, and where. What is in one place is not seen from another.
struct Place {
  std::string region;   ///< "us-east-1"
  std::string account;  ///< 12 digits

  bool operator<(const Place& other) const {
    return std::tie(region, account) < std::tie(other.region, other.account);
  }
};

/// Where a call is at home: the Region that it is signed for, and the account that its access key
/// id belongs to, or is, if it has 12 digits. The settings' own stand in for what is not said.
Place place_of(const aws::Call& call, const Settings& settings);

/// The partition that a Region is in: "aws", "aws-cn" or "aws-us-gov".
std::string_view partition(std::string_view region);

/// "arn:aws:secretsmanager:us-east-1:111122223333:secret:", what every ARN there begins with.
std::string arn_prefix(const Place& place);

/// "arn:aws:iam::111122223333:root", who calls from there as far as anybody knows.
std::string root_arn(const Place& place);

}  // namespace stunt::emulator
