// SPDX-License-Identifier: MIT
#include "emulator/place.h"

namespace stunt::emulator {
namespace {

std::string partition(std::string_view region) {
  if (region.starts_with("cn-")) return "aws-cn";
  if (region.starts_with("us-gov-")) return "aws-us-gov";
  return "aws";
}

}  // namespace

bool is_account(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Place place_of(const aws::Call& call, const Place& otherwise) {
  Place place = otherwise;
  if (!call.credential.region.empty()) place.region = call.credential.region;
  if (is_account(call.credential.access_key_id)) place.account = call.credential.access_key_id;
  return place;
}

std::string arn_prefix(const Place& place) {
  return "arn:" + partition(place.region) + ":secretsmanager:" + place.region + ":" +
         place.account + ":secret:";
}

std::string root_arn(const Place& place) {
  return "arn:" + partition(place.region) + ":iam::" + place.account + ":root";
}

}  // namespace stunt::emulator
