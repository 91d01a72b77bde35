// SPDX-License-Identifier: MIT
#include "state/document.h"

#include "aws/base64.h"
#include "emulator/names.h"
#include "state/members/secret.h"
#include "state/members/version.h"

namespace stunt::state {
namespace {

using emulator::Secret;
using emulator::SecretValue;
using emulator::Version;

/// The ARN's front says the place again, and a Region that a client made up may not be UTF-8: only
/// the six characters behind the name are taken from the text.
std::string arn_at(const emulator::Place& place, const Secret& secret) {
  constexpr std::size_t kSuffix = 7;
  if (secret.arn.size() < kSuffix) throw std::runtime_error("a secret has no ARN");
  return arn_prefix(place) + secret.name + secret.arn.substr(secret.arn.size() - kSuffix);
}

}  // namespace

Json document_of(const Secret& secret, const ValueForm& form) {
  auto document = to_json(secret);
  auto& versions = document["versions"] = Json::array();
  for (const auto& version : secret.versions) {
    auto entry = to_json(version);
    auto stages = secret.versions.stages_of(version);
    if (!stages.empty()) entry["stages"] = std::move(stages);
    auto value = version.value ? form(*version.value) : Json();
    if (!value.is_null()) entry["value"] = std::move(value);
    versions.push_back(std::move(entry));
  }
  return document;
}

Json document_of(const Secret& secret) {
  return document_of(secret, [](const SecretValue&) { return Json(); });
}

Secret read_document(const Json& document, const emulator::Place& place, const ValueOf& value_of) {
  Secret secret{};
  from_json(document, secret);
  if (secret.name.empty() || !emulator::is_valid_name(secret.name)) {
    throw std::runtime_error("a secret has no name");
  }
  secret.arn = arn_at(place, secret);
  for (const auto& entry : document.at("versions")) {
    Version version{};
    from_json(entry, version);
    version.value = value_of(entry);
    emulator::Versions::Stages stages;
    if (const auto* held = aws::member(entry, "stages")) from_json(*held, stages);
    secret.versions.restore(std::move(version), stages);
  }
  return secret;
}

Json revealed(const SecretValue& value) {
  if (value.is_binary()) return {{"binary", aws::base64(value.reveal())}};
  return {{"text", value.reveal()}};
}

std::optional<SecretValue> read_revealed(const Json& version) {
  const auto* value = aws::member(version, "value");
  if (!value) return std::nullopt;
  if (const auto* text = aws::member(*value, "text")) {
    return SecretValue::text(text->get<std::string>());
  }
  auto bytes = aws::read_base64(value->at("binary").get_ref<const std::string&>());
  if (!bytes) throw std::runtime_error("a value is not base64");
  return SecretValue::binary(std::move(*bytes));
}

}  // namespace stunt::state
