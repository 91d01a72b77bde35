// SPDX-License-Identifier: MIT
#include "scenarios/faults/patch_fault.h"

#include <array>

#include "aws/json_of.h"
#include "input/quote.h"
#include "scenarios/faults/edit.h"

namespace stunt::scenarios {
namespace {

constexpr std::size_t kMostOperations = 1000;

struct PatchOperation {
  std::string_view name;
  std::string_view argument;  ///< the member that it needs besides `path`, or empty
};

constexpr std::array kOperations = {
    PatchOperation{"add", "value"},     PatchOperation{"remove", ""},
    PatchOperation{"replace", "value"}, PatchOperation{"move", "from"},
    PatchOperation{"copy", "from"},     PatchOperation{"test", "value"}};

constexpr std::array<std::string_view, 6> kOperationNames = {"add",  "remove", "replace",
                                                             "move", "copy",   "test"};

/// A JSON Pointer (RFC 6901).
aws::Json read_pointer(const input::Value& value) {
  const auto text = value.text();
  if (!text) return nullptr;
  try {
    aws::Json::json_pointer(std::string(*text));
  } catch (const aws::Json::exception&) {
    value.wrong(input::quote(*text) + " is no JSON Pointer",
                "it begins with '/' and has ~ as ~0 and / as ~1, such as /Tags/0/Value");
  }
  return std::string(*text);
}

aws::Json read_operation(const input::Value& value) {
  static constexpr std::array<std::string_view, 4> kNames = {"op", "path", "from", "value"};
  aws::Json json = aws::Json::object();
  const auto object = value.object({kNames});
  if (!object) return json;
  const auto op = object->require("op");
  const auto chosen = op ? op->choice({kOperationNames}) : std::nullopt;
  if (chosen) json["op"] = kOperationNames[*chosen];
  if (const auto path = object->require("path")) json["path"] = read_pointer(*path);
  if (!chosen) return json;
  const auto needed = kOperations[*chosen].argument;
  for (const std::string_view name : {"from", "value"}) {
    const auto found = name == needed ? object->require(name) : object->find(name);
    if (!found) continue;
    if (name != needed) {
      found->wrong("'" + std::string(kOperationNames[*chosen]) + "' has no " + input::quote(name),
                   "remove it");
    } else {
      json[std::string(name)] = name == "from" ? read_pointer(*found) : aws::json_of(*found);
    }
  }
  return json;
}

}  // namespace

PatchFault::PatchFault(aws::Json patch)
    : patch_(std::move(patch)), rehearsed_(patch_), changes_(aws::Json::array()) {
  for (const auto& operation : patch_) {
    if (aws::text_member(operation, "op") != "test") changes_.push_back(operation);
  }
}

Trace PatchFault::strike(aws::Outcome& outcome, const Occasion&) const {
  if (!outcome.reply) return {};
  const bool fits = edit_body(outcome, [&](aws::Json& body) {
    // A test compares objects whatever the order of their members; ordered JSON does not.
    nlohmann::json(body).patch(rehearsed_);
    body = body.patch(changes_);
    return true;
  });
  return {fits ? "patch" : "patch:failed"};
}

std::shared_ptr<const Fault> read_patch_fault(const input::Value& value, const Target&) {
  const auto items = value.items();
  if (value.kind() == input::Kind::list && items.empty()) {
    value.wrong("the list is empty", "add an operation such as {op: remove, path: /Name}");
  }
  if (items.size() > kMostOperations) {
    value.wrong("more than " + std::to_string(kMostOperations) + " operations", "use 'respond'");
    return nullptr;
  }
  aws::Json patch = aws::Json::array();
  for (const auto& item : items) patch.push_back(read_operation(item));
  return std::make_shared<PatchFault>(std::move(patch));
}

}  // namespace stunt::scenarios
