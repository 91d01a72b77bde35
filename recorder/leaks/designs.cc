// SPDX-License-Identifier: MIT
#include "recorder/leaks/designs.h"

#include <algorithm>
#include <array>
#include <span>

namespace stunt::recorder {
namespace {

constexpr Design kAnything{}, kIds{.key_id = false, .random = true}, kKeyIds{true, true};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void add(std::span<const aws::MemberModel> members, SensitiveNames& names);

void add(std::string_view name, const aws::ValueModel& value, SensitiveNames& names) {
  if (value.sensitive) names.emplace(name);
  if (value.element) add(name, *value.element, names);
  add(value.members, names);
}

void add(std::span<const aws::MemberModel> members, SensitiveNames& names) {
  for (const auto& member : members) add(member.name, *member.value, names);
}

}  // namespace

Design design_of_member(std::string_view name) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "canonical", "created", "digest",   "error", "faults", "format", "id",   "key",  "near",
      "redaction", "region",  "replayed", "scope", "sdk",    "sig",    "tool", "trace"};
  return is_one_of(kNames, name) ? kIds : kAnything;
}

Design design_of_header(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kNames = {"amz-sdk-invocation-id",
                                                             "host",
                                                             "traceparent",
                                                             "tracestate",
                                                             "user-agent",
                                                             "x-amz-user-agent",
                                                             "x-amzn-requestid",
                                                             "x-amzn-trace-id",
                                                             "x-request-id"};
  if (name == "authorization") return kKeyIds;
  return is_one_of(kNames, name) ? kIds : kAnything;
}

Design design_in_body(std::string_view member) {
  static constexpr std::array<std::string_view, 4> kNames = {
      "ClientRequestToken", "NextToken", "SecretVersionsToStages", "VersionIdsToStages"};
  static constexpr std::array<std::string_view, 9> kEnds = {"ARN",    "ARNs", "Arn",  "Arns", "Id",
                                                            "IdList", "Ids",  "Name", "Names"};
  const bool is_id = std::any_of(kEnds.begin(), kEnds.end(),
                                 [&](std::string_view end) { return member.ends_with(end); });
  return is_id || is_one_of(kNames, member) ? kIds : kAnything;
}

SensitiveNames sensitive_names(const aws::ServiceModel& service) {
  SensitiveNames names;
  for (const auto& operation : service.operations) {
    add(operation.input, names);
    add(operation.output, names);
  }
  return names;
}

}  // namespace stunt::recorder
