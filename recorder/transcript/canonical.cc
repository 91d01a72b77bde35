// SPDX-License-Identifier: MIT
#include "recorder/transcript/canonical.h"

#include "aws/arn.h"
#include "recorder/transcript/jcs.h"
#include "recorder/transcript/sha256.h"

namespace stunt::recorder {

namespace {

void leave_out(aws::Json& body, const aws::Json::json_pointer& place) {
  if (place.empty()) {
    body = aws::Json::object();
    return;
  }
  if (!body.contains(place)) return;
  auto& parent = body.at(place.parent_pointer());
  if (parent.is_object()) {
    parent.erase(place.back());
  } else {
    body.at(place) = nullptr;
  }
}

}  // namespace

const Ignored& usually_ignored() {
  static const Ignored kIgnored = {aws::Json::json_pointer("/ClientRequestToken"),
                                   aws::Json::json_pointer("/NextToken")};
  return kIgnored;
}

aws::Json canonical_body(const aws::OperationModel* operation, aws::Json redacted_body,
                         const Ignored& ignored) {
  auto& body = redacted_body;
  if (!body.is_object()) return body;
  for (const auto& place : ignored) leave_out(body, place);
  if (!operation || operation->resource.empty()) return body;
  const auto id = aws::text_member(body, operation->resource);
  if (!id.empty()) body[std::string(operation->resource)] = std::string(aws::secret_name(id));
  return body;
}

Canonical canonicalize(const aws::OperationModel* operation, const aws::Json& body,
                       std::string_view other) {
  const std::string name(operation ? operation->name : other);
  auto parts = skeleton(name + " " + canonical_json(body));
  return {sha256(parts.text), std::move(parts.pseudonyms)};
}

std::string other_name(std::string_view service, std::string_view operation) {
  if (service.empty()) return {};
  return std::string(service) + "." + std::string(operation);
}

}  // namespace stunt::recorder
