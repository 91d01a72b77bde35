// SPDX-License-Identifier: MIT
#include "scenarios/script/read_call.h"

#include <array>
#include <vector>

#include "aws/json_of.h"
#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/body_pattern.h"

namespace stunt::scenarios {
namespace {

using input::quote;

const aws::OperationModel* read_operation(const input::Value& value,
                                          const aws::ServiceModel& service) {
  const auto name = value.text();
  if (!name) return nullptr;
  if (const auto* known = service.operation(*name)) return known;
  std::vector<std::string_view> names;
  for (const auto& operation : service.operations) names.push_back(operation.name);
  value.wrong("unknown operation " + quote(*name), input::suggest(*name, names));
  return nullptr;
}

/// Values are left to the service, which says what is wrong with them as it would to anybody.
void check_members(const input::Value& input, const aws::OperationModel& operation) {
  std::vector<std::string_view> names;
  for (const auto& member : operation.input) names.push_back(member.name);
  for (const auto& [name, at, value] : input.entries()) {
    if (aws::find_member(operation.input, name)) continue;
    value.wrong(at, std::string(operation.name) + " has no member " + quote(name),
                input::suggest(name, names));
  }
  for (const auto& member : operation.input) {
    if (member.required && !input.find(member.name)) {
      input.wrong(std::string(operation.name) + " needs a " + std::string(member.name), "add it");
    }
  }
}

bool is_variable(std::string_view name) {
  constexpr std::string_view kFirst = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
  constexpr std::string_view kOthers = "0123456789.-";
  return !name.empty() && kFirst.find(name.front()) != std::string_view::npos &&
         name.find_first_not_of(std::string(kFirst) + std::string(kOthers)) ==
             std::string_view::npos;
}

std::map<std::string, std::string> read_save(const input::Value& value) {
  std::map<std::string, std::string> save;
  for (const auto& [name, at, pointer] : value.entries()) {
    const auto text = pointer.text();
    if (!text) continue;
    if (!is_variable(name)) {
      pointer.wrong(at, quote(name) + " cannot be the name of a variable",
                    "use letters, digits, '_', '.' and '-', with a letter or '_' first");
    } else if (!split_pointer(*text)) {
      pointer.wrong(quote(*text) + " is not a JSON Pointer", "write one such as /VersionId");
    } else {
      save.emplace(name, *text);
    }
  }
  return save;
}

}  // namespace

std::optional<ScriptCall> read_call(const input::Value& value, const aws::ServiceModel& service,
                                    const std::string& file) {
  static constexpr std::array<std::string_view, 3> kNames = {"operation", "input", "save"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  ScriptCall call;
  call.at = {file, value.at().line, value.at().column};
  const aws::OperationModel* operation = nullptr;
  if (const auto name = object->require("operation")) operation = read_operation(*name, service);
  if (operation) call.operation = std::string(operation->name);
  if (const auto input = object->require("input")) {
    if (operation && input->kind() == input::Kind::object) check_members(*input, *operation);
    if (input->kind() != input::Kind::object) input->entries();  // says that one belongs here
    call.input = aws::json_of(*input);
  }
  if (const auto save = object->find("save")) call.save = read_save(*save);
  return call;
}

}  // namespace stunt::scenarios
