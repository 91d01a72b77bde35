// SPDX-License-Identifier: MIT
#include "emulator/operations/list_secret_version_ids.h"

#include "emulator/errors.h"
#include "emulator/limits.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"
#include "emulator/page_token.h"

namespace stunt::emulator {
namespace {

aws::Json key_name(const std::string& kms_key_id) {
  return kms_key_id.empty() ? "DefaultEncryptionKey" : kms_key_id;
}

aws::Json entry(const Version& version, Versions::Stages stages) {
  aws::Json json = {{"VersionId", version.id}};
  if (!stages.empty()) json["VersionStages"] = std::move(stages);
  if (version.accessed) json["LastAccessedDate"] = seconds(*version.accessed);
  json["CreatedDate"] = seconds(version.created);
  auto keys = aws::Json::array({key_name(version.kms_key_id)});
  if (version.former_kms_key_id) keys.push_back(key_name(*version.former_kms_key_id));
  json["KmsKeyIds"] = std::move(keys);
  return json;
}

struct Page {
  aws::Json entries = aws::Json::array();
  std::uint64_t last = 0;  ///< number of its last version
  bool has_next = false;
};

/// The versions behind the one with the number `after`.
Page page_of(const Versions& versions, bool with_deprecated, std::uint64_t after,
             std::size_t size) {
  Page page;
  for (const auto& version : versions) {
    auto stages = versions.stages_of(version);
    if (version.number <= after || (stages.empty() && !with_deprecated)) continue;
    if (page.entries.size() == size) {
      page.has_next = true;
      break;
    }
    page.entries.push_back(entry(version, std::move(stages)));
    page.last = version.number;
  }
  return page;
}

}  // namespace

Result list_secret_version_ids(const Context& context) {
  const auto found = named_secret(context);
  if (!found) return tl::unexpected(found.error());
  const Secret& secret = **found;

  const auto& asked = context.parameters;
  const bool with_deprecated = asked.flag("IncludeDeprecated");
  const auto query = secret.arn + (with_deprecated ? ",versions,all" : ",versions,labelled");
  const auto token = asked.text("NextToken");
  const auto after =
      token ? read_page_token(*token, query, context.random) : std::optional(Position());
  if (!after) return tl::unexpected(errors::invalid_next_token());

  const auto size = asked.integer("MaxResults").value_or(kPageSize);
  auto page =
      page_of(secret.versions, with_deprecated, after->number, static_cast<std::size_t>(size));
  aws::Json body = {{"Versions", std::move(page.entries)}};
  if (page.has_next) {
    body["NextToken"] = page_token({.number = page.last}, query, context.random);
  }
  body.update(identity(secret));
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
