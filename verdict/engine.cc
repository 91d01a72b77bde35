// SPDX-License-Identifier: MIT
#include "verdict/engine.h"

#include "aws/error.h"

namespace stunt::verdict {
namespace {

/// 100 items a page; a token that never ends is somebody's mistake.
constexpr int kMostPages = 10'000;

}  // namespace

std::optional<aws::Json> Engine::ask(std::string_view operation, const aws::Json& input) const {
  if (!evidence_.ask) throw NoAnswer("there is no engine whose state could be asked for");
  const auto reply = evidence_.ask(operation, input);
  if (reply.status >= 400) {
    const auto code = aws::error_code(reply);
    if (code == "ResourceNotFoundException") return std::nullopt;
    throw NoAnswer("the engine answers " + std::string(operation) + " with " +
                   (code.empty() ? std::to_string(reply.status) : code));
  }
  auto body = aws::parse_json(reply.body);
  if (!body) throw NoAnswer("the engine's answer to " + std::string(operation) + " is no JSON");
  return body;
}

std::optional<std::vector<aws::Json>> Engine::list(std::string_view operation, aws::Json input,
                                                   std::string_view member) const {
  std::vector<aws::Json> items;
  input["MaxResults"] = 100;
  for (int page = 0; page < kMostPages; ++page) {
    const auto body = ask(operation, input);
    if (!body) return std::nullopt;
    if (const auto* list = aws::member(*body, member)) {
      items.insert(items.end(), list->begin(), list->end());
    }
    const auto token = aws::text_member(*body, "NextToken");
    if (token.empty()) return items;
    input["NextToken"] = token;
  }
  throw NoAnswer("the engine's list of " + std::string(operation) + " has no end");
}

std::vector<aws::Json> Engine::secrets() const {
  return list("ListSecrets", {{"IncludePlannedDeletion", true}}, "SecretList")
      .value_or(std::vector<aws::Json>());
}

std::optional<std::set<std::string>> Engine::versions(const std::string& secret_id) const {
  const auto items = list("ListSecretVersionIds",
                          {{"SecretId", secret_id}, {"IncludeDeprecated", true}}, "Versions");
  if (!items) return std::nullopt;
  std::set<std::string> ids;
  for (const auto& item : *items) ids.emplace(aws::text_member(item, "VersionId"));
  return ids;
}

}  // namespace stunt::verdict
