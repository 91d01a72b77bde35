// SPDX-License-Identifier: MIT
#include "recorder/canonical.h"

#include "aws/arn.h"
#include "recorder/jcs.h"
#include "recorder/sha256.h"

namespace stunt::recorder {

Canonical canonicalize(const aws::OperationModel* operation, const aws::Json* redacted_body) {
  aws::Json body = redacted_body ? *redacted_body : aws::Json();
  std::string text;
  if (body.is_object()) {
    body.erase("ClientRequestToken");
    body.erase("NextToken");
  }
  if (operation) {
    text = operation->name;
    const auto id = aws::text_member(body, operation->resource);
    if (!id.empty()) body[std::string(operation->resource)] = std::string(aws::secret_name(id));
  }
  auto parts = skeleton(text + " " + canonical_json(body));
  return {sha256(parts.text), std::move(parts.pseudonyms)};
}

}  // namespace stunt::recorder
