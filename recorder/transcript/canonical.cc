// SPDX-License-Identifier: MIT
#include "recorder/transcript/canonical.h"

#include "aws/arn.h"
#include "recorder/transcript/jcs.h"
#include "recorder/transcript/sha256.h"

namespace stunt::recorder {

aws::Json canonical_body(const aws::OperationModel* operation, aws::Json redacted_body) {
  auto& body = redacted_body;
  if (!body.is_object()) return body;
  body.erase("ClientRequestToken");
  body.erase("NextToken");
  if (!operation || operation->resource.empty()) return body;
  const auto id = aws::text_member(body, operation->resource);
  if (!id.empty()) body[std::string(operation->resource)] = std::string(aws::secret_name(id));
  return body;
}

Canonical canonicalize(const aws::OperationModel* operation, const aws::Json& body) {
  const std::string name(operation ? operation->name : std::string_view());
  auto parts = skeleton(name + " " + canonical_json(body));
  return {sha256(parts.text), std::move(parts.pseudonyms)};
}

}  // namespace stunt::recorder
