// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "aws/call.h"
#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/redaction/pseudonyms.h"
#include "recorder/redaction/reflections.h"

namespace stunt::recorder {

/// Takes the secrets out of what one transcript keeps. It fails closed: a value stays only if the
/// service's model knows it as harmless. One learns all of an exchange first and redacts it then,
/// so that a secret is also found in what stands before it. Not thread-safe.
class Redactor {
 public:
  /// `service` must outlive this.
  explicit Redactor(const aws::ServiceModel& service) : service_(service) {}

  /// Remembers the secrets in a request's body: what is sensitive, and what nobody knows.
  void learn_request(const aws::Call& call, const aws::Json& body);
  /// Remembers the secrets in an answer's body.
  void learn_reply(const aws::Call& call, int status, const aws::Json& body);

  /// Bodies are JSON objects; what comes back is one, with pseudonyms for secrets.
  aws::Json request(const aws::Call& call, const aws::Json& body);
  aws::Json reply(const aws::Call& call, int status, const aws::Json& body);

  /// A text that is kept, without the secrets that are quoted in it.
  std::string text(std::string_view text);
  /// The same for what names a secret.
  std::string identifier(std::string_view text);
  /// A secret value: pseudonyms in the place of it, or of what is inside of it.
  aws::Json secret(const aws::Json& value, bool binary);

  Pseudonyms& pseudonyms() { return pseudonyms_; }

  /// For what may have been redacted before: pseudonyms up to this number stay as they are, also
  /// where they are quoted. Before anything is learned or redacted.
  void keep_pseudonyms(std::uint64_t highest);
  bool keeps_pseudonyms() const { return keeps_; }

 private:
  const aws::ServiceModel& service_;
  Pseudonyms pseudonyms_;
  Reflections reflections_;
  bool keeps_ = false;

  /// What was made of texts that are secrets: most values of a run are the same few.
  std::unordered_map<std::string, std::string> made_;
};

}  // namespace stunt::recorder
