// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/redaction/pseudonym.h"

namespace stunt::recorder {

/// What makes two requests the same one for a replay, and the secrets in it.
struct Canonical {
  /// "sha256:…" of the operation and the canonical JSON of the redacted body, in which the id of
  /// the secret is its name, every pseudonym is "{{secret}}", and what is ignored is left out. A
  /// hash of the body as sent would let anyone test guesses of its secrets.
  std::string key;
  /// In the order of the canonical JSON. Requests with equal keys have equally many.
  std::vector<Pseudonym> pseudonyms;
};

/// Places in a body that do not count.
using Ignored = std::vector<aws::Json::json_pointer>;

/// ClientRequestToken and NextToken: what the keys in transcripts do without.
const Ignored& usually_ignored();

/// A redacted body as far as it counts: the secret by its name, without what is ignored; an item of
/// a list that is ignored is null.
aws::Json canonical_body(const aws::OperationModel* operation, aws::Json redacted_body,
                         const Ignored& ignored = usually_ignored());

/// `operation` is null for one that the service does not have, `body` for one that is not a JSON
/// object; it is a canonical_body(). `other` tells apart what other services have.
Canonical canonicalize(const aws::OperationModel* operation, const aws::Json& body,
                       std::string_view other = {});

/// "dynamodb.GetItem"; empty without a service.
std::string other_name(std::string_view service, std::string_view operation);

}  // namespace stunt::recorder
