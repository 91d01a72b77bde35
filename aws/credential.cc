// SPDX-License-Identifier: MIT
#include "aws/credential.h"

#include <array>

namespace stunt::aws {
namespace {

/// What stands after `key` up to the next comma or blank.
std::string_view parameter(std::string_view header, std::string_view key) {
  const auto start = header.find(key);
  if (start == std::string_view::npos) return {};
  const auto value = header.substr(start + key.size());
  return value.substr(0, value.find_first_of(", \t"));
}

}  // namespace

Credential read_credential(std::string_view authorization) {
  Credential credential;
  if (!authorization.starts_with("AWS4-")) return credential;
  credential.signed_headers = parameter(authorization, "SignedHeaders=");

  // A slash may stand in no part but the access key id, and AWS's own have none.
  std::string_view scope = parameter(authorization, "Credential=");
  std::array<std::string_view, 5> parts;
  for (auto& part : parts) {
    const auto slash = scope.find('/');
    part = scope.substr(0, slash);
    scope = slash == std::string_view::npos ? std::string_view() : scope.substr(slash + 1);
  }
  if (!scope.empty() || parts[4] != "aws4_request") return credential;
  credential.access_key_id = parts[0];
  credential.date = parts[1];
  credential.region = parts[2];
  credential.service = parts[3];
  return credential;
}

}  // namespace stunt::aws
