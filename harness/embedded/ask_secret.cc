// SPDX-License-Identifier: MIT
#include "harness/embedded/ask_secret.h"

#include "harness/run/evidence.h"
#include "verdict/engine.h"

namespace stunt::embedded {
namespace {

Version version_of(const aws::Json& item) {
  Version version;
  version.id = aws::text_member(item, "VersionId");
  if (const auto* stages = aws::member(item, "VersionStages")) {
    for (const auto& stage : *stages) version.stages.push_back(stage.get<std::string>());
  }
  return version;
}

}  // namespace

Secret ask_secret(harness::Scope& scope, const std::string& name) {
  const auto evidence = harness::engine_of(scope);
  const verdict::Engine engine(evidence);
  Secret secret{name};
  const auto described = engine.ask("DescribeSecret", {{"SecretId", name}});
  if (!described) return secret;
  secret.exists = true;
  secret.name = aws::text_member(*described, "Name");
  secret.deleted = aws::member(*described, "DeletedDate") != nullptr;
  if (secret.deleted) return secret;
  const auto versions = engine.list("ListSecretVersionIds",
                                    {{"SecretId", name}, {"IncludeDeprecated", true}}, "Versions");
  for (const auto& item : versions.value_or(std::vector<aws::Json>())) {
    secret.versions.push_back(version_of(item));
  }
  if (const auto current = engine.ask("GetSecretValue", {{"SecretId", name}})) {
    secret.value = Value(std::string(aws::text_member(*current, "SecretString")));
  }
  return secret;
}

}  // namespace stunt::embedded
