// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "aws/call.h"
#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/redaction/own_rules.h"
#include "recorder/redaction/pseudonyms.h"
#include "recorder/redaction/redact_secret.h"
#include "recorder/redaction/reflections.h"

namespace stunt::recorder {

/// Takes the secrets out of what one transcript keeps. It fails closed: a value stays only if the
/// service's model knows it as harmless, or somebody allows it. One learns all of an exchange first
/// and redacts it then, so that a secret is also found in what stands before it. Not thread-safe.
class Redactor {
 public:
  /// `service` must outlive this.
  explicit Redactor(const aws::ServiceModel& service, OwnRules rules = {})
      : service_(service), rules_(std::move(rules)) {}

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
  const OwnRules& rules() const { return rules_; }

  /// From now on everything stays as it is: the user wants to see it.
  void reveal() { reveals_ = true; }
  bool reveals() const { return reveals_; }

  /// From now on pseudonyms stand where their values, put in their places, give the text to the
  /// byte: JSON text that escapes more than it must is one pseudonym.
  void be_exact() { form_ = JsonForm::exact; }

  /// For what may have been redacted before: pseudonyms up to this number stay as they are, also
  /// where they are quoted. Before anything is learned or redacted.
  void keep_pseudonyms(std::uint64_t highest);
  bool keeps_pseudonyms() const { return keeps_; }

 private:
  std::string replaced(std::string_view text, Reflections::Part part);

  const aws::ServiceModel& service_;
  const OwnRules rules_;
  Pseudonyms pseudonyms_;
  Reflections reflections_;
  bool keeps_ = false;
  bool reveals_ = false;
  JsonForm form_ = JsonForm::equal;

  /// What was made of texts that are secrets: most values of a run are the same few.
  std::unordered_map<std::string, std::string> made_;
};

}  // namespace stunt::recorder
