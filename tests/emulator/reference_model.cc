// SPDX-License-Identifier: MIT
#include "reference_model.h"

namespace stunt::test {
namespace {

using aws::Json;

Expected fails(const std::string& type) { return {type}; }

std::string text(const Json& body, const char* name) {
  return std::string(aws::text_member(body, name));
}

std::set<std::string> texts(const Json& body, const char* name) {
  std::set<std::string> found;
  if (const auto* list = aws::member(body, name)) {
    for (const auto& item : *list) found.insert(item.get<std::string>());
  }
  return found;
}

Json seconds(world::Instant at) {
  using std::chrono::floor, std::chrono::milliseconds;
  return static_cast<double>(floor<milliseconds>(at).time_since_epoch().count()) / 1000;
}

bool flag(const Json& body, const char* name) { return body.value(name, false); }

}  // namespace

Expected ReferenceModel::answer(const std::string& operation, const Json& body,
                                world::Instant now) {
  std::erase_if(secrets_, [&](const auto& entry) {
    return entry.second.deletion && *entry.second.deletion <= now;
  });
  if (operation == "CreateSecret") return create(body);
  if (operation == "ListSecrets") return list(flag(body, "IncludePlannedDeletion"));
  const auto name = text(body, "SecretId");
  if (operation == "DeleteSecret") return remove(name, body, now);

  // Parameters are looked at before it is asked whether there is such a secret.
  if (operation == "UpdateSecretVersionStage" && !body.contains("MoveToVersionId") &&
      !body.contains("RemoveFromVersionId")) {
    return fails("InvalidParameterException");
  }
  const auto found = secrets_.find(name);
  if (found == secrets_.end()) return fails("ResourceNotFoundException");
  Secret& secret = found->second;
  if (operation == "DescribeSecret") return describe(secret);
  if (operation == "ListSecretVersionIds") return versions(secret, flag(body, "IncludeDeprecated"));
  if (operation == "RestoreSecret") {
    secret.deletion.reset();
    return {};
  }
  if (secret.deletion) return fails("InvalidRequestException");
  if (operation == "PutSecretValue") return put(secret, body);
  if (operation == "UpdateSecret") return update(secret, body);
  if (operation == "GetSecretValue") return get(secret, body);
  if (operation == "UpdateSecretVersionStage") return move_stage(secret, body);
  if (operation == "TagResource") {
    for (const auto& tag : body["Tags"]) secret.tags[tag["Key"]] = tag["Value"];
    secret.was_tagged = true;
  } else if (operation == "UntagResource") {
    for (const auto& key : body["TagKeys"]) secret.tags.erase(key.get<std::string>());
  }
  return {};
}

ReferenceModel::Version* ReferenceModel::find(Secret& secret, const std::string& id) {
  for (auto& version : secret.versions) {
    if (version.id == id) return &version;
  }
  return nullptr;
}

ReferenceModel::Version* ReferenceModel::holder(Secret& secret, const std::string& stage) {
  for (auto& version : secret.versions) {
    if (version.labels.contains(stage)) return &version;
  }
  return nullptr;
}

void ReferenceModel::label(Secret& secret, const std::string& id, const std::string& stage) {
  for (auto& version : secret.versions) version.labels.erase(stage);
  find(secret, id)->labels.insert(stage);
}

void ReferenceModel::make_current(Secret& secret, const std::string& id, bool by_a_write) {
  Version* old = holder(secret, "AWSCURRENT");
  if (old && old->id == id) return;
  if (old) {
    label(secret, old->id, "AWSPREVIOUS");
    if (by_a_write) old->labels.erase("AWSPENDING");
  }
  label(secret, id, "AWSCURRENT");
}

std::optional<Expected> ReferenceModel::write(Secret& secret, const std::string& id,
                                              const std::string& value,
                                              const std::set<std::string>& labels) {
  if (const auto* version = find(secret, id)) {
    if (version->value != value) return fails("ResourceExistsException");
    return Expected{};
  }
  const bool first = secret.versions.empty();
  secret.versions.push_back({id, value});
  if (first || labels.contains("AWSCURRENT")) make_current(secret, id, true);
  for (const auto& stage : labels) {
    if (stage != "AWSCURRENT") label(secret, id, stage);
  }
  return std::nullopt;
}

Expected ReferenceModel::create(const Json& body) {
  const auto name = text(body, "Name"), id = text(body, "ClientRequestToken");
  const auto taken = secrets_.find(name);
  if (taken != secrets_.end()) {
    Secret& secret = taken->second;
    if (secret.deletion) return fails("InvalidRequestException");
    const bool retried = body.contains("SecretString") && find(secret, id) &&
                         find(secret, id)->value == text(body, "SecretString");
    return retried ? Expected{} : fails("ResourceExistsException");
  }
  Secret& secret = secrets_[name];
  secret.description = text(body, "Description");
  if (!body.contains("SecretString")) return {"", {{"Name", name}, {"VersionId", nullptr}}};
  write(secret, id, text(body, "SecretString"), {});
  return {"", {{"Name", name}, {"VersionId", id}}};
}

Expected ReferenceModel::put(Secret& secret, const Json& body) {
  auto stages = texts(body, "VersionStages");
  if (stages.empty()) stages = {"AWSCURRENT"};
  const auto id = text(body, "ClientRequestToken");
  if (const auto early = write(secret, id, text(body, "SecretString"), stages)) return *early;
  return {"", {{"VersionId", id}, {"VersionStages", find(secret, id)->labels}}};
}

Expected ReferenceModel::update(Secret& secret, const Json& body) {
  if (body.contains("SecretString")) {
    const auto early =
        write(secret, text(body, "ClientRequestToken"), text(body, "SecretString"), {"AWSCURRENT"});
    if (early && !early->error.empty()) return *early;
  }
  if (body.contains("Description")) secret.description = text(body, "Description");
  return {};
}

Expected ReferenceModel::get(Secret& secret, const Json& body) {
  const auto id = text(body, "VersionId"), stage = text(body, "VersionStage");
  Version* version = nullptr;
  if (id.empty()) {
    version = holder(secret, stage.empty() ? "AWSCURRENT" : stage);
  } else {
    version = find(secret, id);
    if (version && !stage.empty() && !version->labels.contains(stage)) {
      return fails("InvalidRequestException");
    }
  }
  if (!version) return fails("ResourceNotFoundException");
  Json labels = version->labels;
  return {"",
          {{"VersionId", version->id},
           {"SecretString", version->value},
           {"VersionStages", labels.empty() ? Json() : labels}}};
}

Expected ReferenceModel::move_stage(Secret& secret, const Json& body) {
  const auto stage = text(body, "VersionStage");
  const auto from = text(body, "RemoveFromVersionId"), to = text(body, "MoveToVersionId");
  const Version* old = holder(secret, stage);
  const auto wrong = fails("InvalidParameterException");
  if (!to.empty() && !find(secret, to)) return wrong;
  if (old && old->id == to) return from.empty() || from == to ? Expected{} : wrong;
  if (old && from.empty()) return wrong;
  if (!from.empty() && (!old || old->id != from)) return wrong;
  if (to.empty()) {
    if (stage == "AWSCURRENT") return wrong;
    find(secret, from)->labels.erase(stage);
  } else if (stage == "AWSCURRENT") {
    make_current(secret, to, false);
  } else {
    label(secret, to, stage);
  }
  return {};
}

Expected ReferenceModel::remove(const std::string& name, const Json& body, world::Instant now) {
  if (flag(body, "ForceDeleteWithoutRecovery")) {
    secrets_.erase(name);
    return {};
  }
  const auto found = secrets_.find(name);
  if (found == secrets_.end()) return fails("ResourceNotFoundException");
  if (found->second.deletion) return fails("InvalidRequestException");
  found->second.deletion = now + std::chrono::days(body.value("RecoveryWindowInDays", 30));
  return {};
}

Expected ReferenceModel::describe(const Secret& secret) const {
  auto stages = Json::object();
  for (const auto& version : secret.versions) {
    if (!version.labels.empty()) stages[version.id] = version.labels;
  }
  auto tags = Json::object();
  for (const auto& [key, value] : secret.tags) tags[key] = value;
  Expected expected;
  auto& members = expected.members;
  members["VersionIdsToStages"] = stages.empty() ? Json() : stages;
  members["Description"] = secret.description.empty() ? Json() : Json(secret.description);
  members["Tags"] = secret.was_tagged ? tags : Json();
  members["DeletedDate"] = secret.deletion ? seconds(*secret.deletion) : Json();
  return expected;
}

Expected ReferenceModel::versions(const Secret& secret, bool deprecated) const {
  auto stages = Json::object();
  for (const auto& version : secret.versions) {
    if (deprecated || !version.labels.empty()) stages[version.id] = version.labels;
  }
  return {"", {{"Versions", std::move(stages)}}};
}

Expected ReferenceModel::list(bool deleted) const {
  auto names = Json::array();
  for (const auto& [name, secret] : secrets_) {
    if (deleted || !secret.deletion) names.push_back(name);
  }
  return {"", {{"SecretList", std::move(names)}}};
}

}  // namespace stunt::test
