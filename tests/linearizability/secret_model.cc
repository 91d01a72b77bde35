// SPDX-License-Identifier: MIT
#include "secret_model.h"

#include "../emulator/service.h"

namespace stunt::test {

std::string to_string(const Command& command) {
  const auto& [what, label, version, from, value] = command;
  constexpr const char* kNames[] = {"put", "move", "read", "describe", "schedule", "restore"};
  return std::string(kNames[static_cast<int>(what)]) + " " + label + " " + version + " " + from +
         " " + value;
}

SecretModel::SecretModel()
    : values{{token(1), "first"}, {token(2), "second"}},
      holders{{"AWSCURRENT", token(1)}, {"CANARY", token(2)}} {}

std::string SecretModel::apply(const Command& command) {
  using What = Command::What;
  if (command.what == What::describe) return describe();
  if (command.what == What::restore) {
    scheduled = false;
    return kDone;
  }
  if (scheduled) return kMarkedForDeletion;
  if (command.what == What::put) return put(command);
  if (command.what == What::move) return move(command);
  if (command.what == What::read) return read(command);
  scheduled = true;
  return kDone;
}

std::string SecretModel::put(const Command& command) {
  const auto [known, is_new] = values.emplace(command.version, command.value);
  if (!is_new) return known->second == command.value ? labels_of(command.version) : kRefused;
  if (command.label == "AWSCURRENT") holders["AWSPREVIOUS"] = holders["AWSCURRENT"];
  holders[command.label] = command.version;
  return labels_of(command.version);
}

std::string SecretModel::move(const Command& command) {
  if (holder(command.label) != command.from) return kRefused;
  holders[command.label] = command.version;
  return kDone;
}

std::string SecretModel::read(const Command& command) const {
  const auto version = holder(command.label);
  if (version.empty()) return kRefused;
  return version + " " + values.at(version) + labels_of(version);
}

std::string SecretModel::describe() const {
  std::string text = scheduled ? "scheduled" : "active";
  for (const auto& [version, value] : values) {
    const auto labels = labels_of(version);
    if (!labels.empty()) text += ", " + version + labels;
  }
  return text;
}

std::string SecretModel::holder(const std::string& label) const {
  const auto found = holders.find(label);
  return found == holders.end() ? "" : found->second;
}

std::string SecretModel::labels_of(const std::string& version) const {
  std::string text;
  for (const auto& [label, holder] : holders) {
    if (holder == version) text += " " + label;
  }
  return text;
}

std::string SecretModel::key() const {
  auto text = describe();
  for (const auto& [version, value] : values) text += ";" + version + "=" + value;
  return text;
}

}  // namespace stunt::test
