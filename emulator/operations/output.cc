// SPDX-License-Identifier: MIT
#include "emulator/operations/output.h"

#include <chrono>

#include "emulator/names.h"
#include "emulator/replication/counterparts.h"

namespace stunt::emulator {
namespace {

using aws::Json;

void add_text(Json& json, const char* name, std::string_view text) {
  if (!text.empty()) json[name] = text;
}

void add_time(Json& json, const char* name, const std::optional<world::Instant>& at) {
  if (at) json[name] = seconds(*at);
}

Json labelled_versions(const Versions& versions) {
  auto map = Json::object();
  for (const auto& version : versions) {
    auto stages = versions.stages_of(version);
    if (!stages.empty()) map[version.id] = std::move(stages);
  }
  return map;
}

Json rules(const Rotation& rotation) {
  const auto& said = rotation.rules;
  auto json = Json::object();
  const auto days = said.after_days ? said.after_days : rotation.computed_days;
  if (days) json["AutomaticallyAfterDays"] = *days;
  add_text(json, "Duration", said.duration);
  add_text(json, "ScheduleExpression", said.expression);
  return json;
}

Json metadata(const Rotation& rotation) {
  auto list = Json::array();
  for (const auto& [key, value] : rotation.external_metadata) {
    auto& item = list.emplace_back(Json::object());
    add_text(item, "Key", key);
    add_text(item, "Value", value);
  }
  return list;
}

/// What of the rotation is told before the dates; of those it tells LastRotatedDate.
void add_rotation(Json& json, const Rotation& rotation) {
  json["RotationEnabled"] = rotation.enabled;
  add_text(json, "RotationLambdaARN", rotation.function_arn);
  if (auto said = rules(rotation); !said.empty()) json["RotationRules"] = std::move(said);
  if (auto items = metadata(rotation); !items.empty()) {
    json["ExternalSecretRotationMetadata"] = std::move(items);
  }
  add_text(json, "ExternalSecretRotationRoleArn", rotation.external_role_arn);
  add_time(json, "LastRotatedDate", rotation.rotated);
}

std::optional<world::Instant> next_rotation(const Secret& secret) {
  if (!secret.rotation || !secret.rotation->enabled || !secret.rotation->next) return std::nullopt;
  return last_moment(*secret.rotation->next);
}

}  // namespace

Json seconds(world::Instant at) {
  using std::chrono::floor, std::chrono::milliseconds;
  const auto ms = floor<milliseconds>(at).time_since_epoch().count();
  if (ms % 1000 == 0) return ms / 1000;
  return static_cast<double>(ms) / 1000;
}

Json object() {
  constexpr std::size_t kMembers = 16;  // of a secret's description, or nearly so
  auto json = Json::object();
  json.get_ref<Json::object_t&>().reserve(kMembers);
  return json;
}

Json identity(const Secret& secret) {
  auto json = object();
  json["ARN"] = secret.arn;
  json["Name"] = secret.name;
  return json;
}

Json description(const Secret& secret, std::string_view name_of_version_map,
                 DeletedDate deleted_date) {
  auto json = identity(secret);
  add_text(json, "Type", secret.type);
  add_text(json, "Description", secret.description);
  add_text(json, "KmsKeyId", secret.kms_key_id);
  if (secret.rotation) add_rotation(json, *secret.rotation);
  add_time(json, "LastChangedDate", secret.changed);
  add_time(json, "LastAccessedDate", secret.accessed);
  add_time(json, "DeletedDate",
           deleted_date == DeletedDate::planned ? secret.deletion : secret.deleted);
  add_time(json, "NextRotationDate", next_rotation(secret));
  if (secret.tags) json["Tags"] = tags_json(*secret.tags);
  auto versions = labelled_versions(secret.versions);
  if (!versions.empty()) json[std::string(name_of_version_map)] = std::move(versions);
  add_text(json, "OwningService", owning_service(secret.name));
  json["CreatedDate"] = seconds(secret.created);
  add_text(json, "PrimaryRegion", primary_region(secret));
  return json;
}

}  // namespace stunt::emulator
