// SPDX-License-Identifier: MIT
#include "verdict/invariants/facts.h"

#include <algorithm>

#include "aws/digest.h"

namespace stunt::verdict {
namespace {

std::optional<aws::Json> body_of(const http::Reply* reply) {
  if (!reply || reply->status >= 400) return std::nullopt;
  return aws::parse_json(reply->body);
}

ReadVersion read_version(const aws::Json& item) {
  ReadVersion version{aws::text_member(item, "Name"), aws::text_member(item, "VersionId"),
                      hash_of_value(item)};
  if (const auto* stages = aws::member(item, "VersionStages"); stages && stages->is_array()) {
    version.is_current = std::find(stages->begin(), stages->end(), "AWSCURRENT") != stages->end();
  }
  return version;
}

}  // namespace

ValueHash hash_of_value(const aws::Json& body) {
  for (const auto* name : {"SecretString", "SecretBinary"}) {
    const auto* value = aws::member(body, name);
    if (!value || !value->is_string()) continue;
    return aws::hex(aws::sha256(name + value->get_ref<const std::string&>()));
  }
  return {};
}

std::string secret_key(const aws::Call& call) { return secret_key(call, call.secret); }

std::string secret_key(const aws::Call& call, std::string_view name) {
  return std::string(call.credential.region) + " " + std::string(name);
}

std::optional<aws::Json> engine_answer(const Entry& entry) {
  if (!entry.outcome) return std::nullopt;
  const auto& outcome = entry.exchange->outcome;
  if (outcome.real) return body_of(&*outcome.real);
  return body_of(outcome.reply ? &*outcome.reply : nullptr);
}

std::optional<aws::Json> client_answer(const Entry& entry) {
  if (entry.outcome != aws::OutcomeKind::ok) return std::nullopt;
  return body_of(&entry.exchange->reply());
}

Fate fate_of(const Entry& entry) {
  if (!entry.outcome) return Fate::unknown;
  const auto& outcome = entry.exchange->outcome;
  if (outcome.stopped_at) return Fate::unknown;
  if (outcome.applied.value_or(false)) return Fate::kept;
  const auto* reply = outcome.real ? &*outcome.real : outcome.reply ? &*outcome.reply : nullptr;
  if (!reply) return outcome.applied ? Fate::refused : Fate::unknown;
  // A repeated call changes nothing and is answered as the first was.
  return reply->status < 400 ? Fate::kept : Fate::refused;
}

std::string_view token_of(const aws::Call& call) {
  if (!call.model || call.model->token.empty()) return {};
  return aws::text_member(call.body, call.model->token);
}

std::vector<ReadVersion> versions_in(const aws::Call& call, const aws::Json& answer) {
  std::vector<ReadVersion> versions;
  if (call.operation == "GetSecretValue") versions.push_back(read_version(answer));
  const auto* list = aws::member(answer, "SecretValues");
  if (call.operation == "BatchGetSecretValue" && list && list->is_array()) {
    for (const auto& item : *list) versions.push_back(read_version(item));
  }
  return versions;
}

}  // namespace stunt::verdict
