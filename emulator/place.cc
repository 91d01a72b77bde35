// SPDX-License-Identifier: MIT
#include "emulator/place.h"

#include "aws/credential.h"

namespace stunt::emulator {

Place place_of(const aws::Call& call, const Settings& settings) {
  Place place{settings.region, settings.account};
  if (!call.credential.region.empty()) place.region = call.credential.region;
  const auto key = call.credential.access_key_id;
  const auto known = settings.accounts.find(key);
  if (known != settings.accounts.end()) {
    place.account = known->second;
  } else if (aws::is_account_id(key)) {
    place.account = key;
  }
  return place;
}

std::string_view partition(std::string_view region) {
  if (region.starts_with("cn-")) return "aws-cn";
  if (region.starts_with("us-gov-")) return "aws-us-gov";
  return "aws";
}

std::string arn_prefix(const Place& place) {
  return "arn:" + std::string(partition(place.region)) + ":secretsmanager:" + place.region + ":" +
         place.account + ":secret:";
}

std::string root_arn(const Place& place) {
  return "arn:" + std::string(partition(place.region)) + ":iam::" + place.account + ":root";
}

}  // namespace stunt::emulator
