// SPDX-License-Identifier: MIT
#include "harness/config.h"

#include <stdexcept>

#include "harness/config_auth.h"
#include "harness/config_redact.h"
#include "harness/config_rotation.h"
#include "harness/options.h"
#include "input/document.h"
#include "input/fields.h"

namespace stunt::harness {
namespace {

using input::Value;
using Form = Option::Form;

/// What was written, or nothing if that was already said to be wrong.
std::vector<std::string> texts_of(const Value& value, Form form) {
  std::vector<std::string> texts;
  if (form == Form::mark) {
    if (const auto set = value.boolean()) texts.push_back(*set ? "true" : "false");
  } else if (form == Form::list && value.kind() == input::Kind::list) {
    for (const auto& item : value.items()) {
      if (const auto text = item.written()) texts.emplace_back(*text);
    }
  } else if (const auto text = value.written()) {
    texts.emplace_back(*text);
  }
  return texts;
}

void read_services(const Value& value, Settings& settings) {
  static constexpr std::string_view kServices[] = {"secretsmanager"};
  static constexpr std::string_view kMembers[] = {"enabled"};
  const auto services = value.object({kServices});
  const auto service = services ? services->find("secretsmanager") : std::nullopt;
  const auto members = service ? service->object({kMembers}) : std::nullopt;
  const auto enabled = members ? members->find("enabled") : std::nullopt;
  if (enabled) settings.secretsmanager_enabled = enabled->boolean().value_or(true);
}

}  // namespace

void read_config(const std::filesystem::path& file, Settings& settings) {
  const auto document = input::read_document(file);
  input::Problems problems(file.string());
  std::vector<std::string_view> names = {"services", "redact"};
  for (const auto& option : options()) names.push_back(option.name);

  const auto config = Value(document.root(), "", problems).object({names});
  if (config) {
    for (const auto& option : options()) {
      const auto value = config->find(option.name);
      if (!value) continue;
      // A flag has room for the mode only, a file for all of it.
      if (value->kind() == input::Kind::object && option.name == "auth") {
        read_auth(*value, settings.auth);
        continue;
      }
      if (value->kind() == input::Kind::object && option.name == "rotation") {
        read_rotation(*value, settings);
        continue;
      }
      const auto texts = texts_of(*value, option.form);
      if (texts.empty()) continue;
      try {
        option.set(settings, texts);
      } catch (const std::invalid_argument& wrong) {
        value->wrong(wrong.what());
      }
    }
    if (const auto redact = config->find("redact")) read_redact(*redact, settings.record.redact);
    if (const auto services = config->find("services")) read_services(*services, settings);
  }
  problems.throw_if_any();
}

}  // namespace stunt::harness
