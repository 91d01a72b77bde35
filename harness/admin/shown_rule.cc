// SPDX-License-Identifier: MIT
#include "harness/admin/shown_rule.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "recorder/leaks/designs.h"
#include "recorder/redaction/sensitive_name.h"
#include "scenarios/write.h"

namespace stunt::harness::admin {
namespace {

constexpr const char* kHidden = "*****";

const recorder::SensitiveNames& sensitive_names() {
  static const auto kNames = recorder::sensitive_names(emulator::secrets_manager());
  return kNames;
}

/// The name of a member, or a JSON Pointer to one.
bool names_a_secret(std::string_view pointer) {
  for (;;) {
    const auto token = pointer.substr(0, pointer.find('/'));
    if (sensitive_names().contains(token) || recorder::is_sensitive_name(token)) return true;
    if (token.size() == pointer.size()) return false;
    pointer.remove_prefix(token.size() + 1);
  }
}

/// JSON as a text, perhaps escaped, with such a member.
bool quotes_a_secret(std::string_view text) {
  const auto& names = sensitive_names();
  return std::any_of(names.begin(), names.end(),
                     [&](const auto& name) { return text.find('"' + name) != text.npos; });
}

void hide(aws::Json& json) {
  if (json.is_array()) {
    for (auto& item : json) hide(item);
  }
  if (json.is_string() && quotes_a_secret(json.get_ref<const std::string&>())) json = kHidden;
  if (!json.is_object()) return;
  // One operation of a JSON Patch.
  const bool is_patch = json.contains("op") && json.contains("path") && json["path"].is_string();
  const bool patches = is_patch && names_a_secret(json["path"].get_ref<const std::string&>());
  for (auto& [name, value] : json.items()) {
    const bool is_patched = is_patch && name == "value";
    if (is_patched ? patches : names_a_secret(name)) {
      value = kHidden;
    } else if (name == "respond" && value.is_object() &&
               value.value("body", aws::Json()).is_string()) {
      // Whatever it is a text of: nobody knows where a value stands in it.
      value["body"] = kHidden;
      hide(value);
    } else if (!(is_patch && (name == "path" || name == "from"))) {
      hide(value);
    }
  }
}

}  // namespace

aws::Json without_secrets(aws::Json json) {
  hide(json);
  return json;
}

aws::Json shown_rule(const scenarios::Rule& rule, const scenarios::Director::Count& count) {
  auto shown = without_secrets(scenarios::to_json(rule));
  // What other members call it stays as it is.
  shown["id"] = rule.id;
  shown["enabled"] = rule.enabled;
  shown["counts"] = {{"matched", count.matched}, {"fired", count.fired}, {"struck", count.struck}};
  return shown;
}

}  // namespace stunt::harness::admin
