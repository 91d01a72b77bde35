// SPDX-License-Identifier: MIT
#include "conformity.h"

#include <algorithm>

#include "aws/json.h"
#include "emulator/model/secrets_manager.h"

namespace stunt::test {
namespace {

using aws::Json;
using aws::Kind;

class Comparison {
 public:
  std::vector<std::string> found;

  void body(const Json& body, const aws::OperationModel& operation) {
    if (operation.output.empty()) {
      if (!body.is_null()) note("", "an operation without output has a body");
    } else if (!body.is_object()) {
      note("", "the body is not an object");
    } else {
      members(body, operation.output, "");
    }
  }

  void error(const Json& body, int status, const aws::OperationModel* operation) {
    const auto& service = emulator::secrets_manager();
    const auto code = aws::text_member(body, "__type");
    const auto* modelled = service.error(code);
    const auto* common = aws::common_error(code);
    if (!modelled && !common) return note("/__type", std::string(code) + " is no error of AWS");
    const bool declared =
        operation && std::ranges::find(operation->errors, code) != operation->errors.end();
    if (!common && !declared) note("/__type", "does not declare " + std::string(code));
    const auto* known = modelled ? modelled : common;
    if (status != known->status) note("", "status " + std::to_string(status));
    const std::string_view text = known->modelled ? "Message" : "message";
    for (const auto& [name, value] : body.items()) {
      if (name != "__type" && name != text) note("/" + name, "is not a member of an error");
      if (!value.is_string()) note("/" + name, "is not a text");
    }
    if (known->modelled && !body.contains(text)) note("", "has no Message");
  }

 private:
  void note(const std::string& pointer, const std::string& what) {
    found.push_back((pointer.empty() ? "/" : pointer) + ": " + what);
  }

  void members(const Json& object, std::span<const aws::MemberModel> models,
               const std::string& at) {
    for (const auto& [name, value] : object.items()) {
      const auto* model = aws::find_member(models, name);
      if (model) {
        any(value, *model->value, at + "/" + name);
      } else {
        note(at + "/" + name, "the model does not know it");
      }
    }
  }

  void any(const Json& value, const aws::ValueModel& model, const std::string& at) {
    if (value.is_null()) return note(at, "is null");
    if (!is_a(value, model.kind)) return note(at, "has another type: " + value.dump());
    if (model.kind == Kind::structure) return members(value, model.members, at);
    if (model.kind == Kind::string && !model.choices.empty()) choice(value, model, at);
    if (model.kind != Kind::list && model.kind != Kind::map) return;
    for (const auto& [name, element] : value.items()) any(element, *model.element, at + "/" + name);
  }

  void choice(const Json& value, const aws::ValueModel& model, const std::string& at) {
    const auto text = value.get<std::string>();
    if (std::ranges::find(model.choices, text) == model.choices.end()) {
      note(at, text + " is none of the model's choices");
    }
  }

  /// Spelled out here, so that the program's own idea of a type is held against another one.
  static bool is_a(const Json& value, Kind kind) {
    switch (kind) {
      case Kind::string:
      case Kind::blob:
        return value.is_string();
      case Kind::integer:
        return value.is_number_integer();
      case Kind::timestamp:
        return value.is_number();
      case Kind::boolean:
        return value.is_boolean();
      case Kind::list:
        return value.is_array();
      case Kind::map:
      case Kind::structure:
        return value.is_object();
    }
    return false;
  }
};

}  // namespace

std::vector<std::string> departures(const aws::Call& call, const http::Reply& reply) {
  const auto body = reply.body.empty() ? Json() : aws::parse_json(reply.body).value_or(Json());
  Comparison comparison;
  if (reply.status == 200 && call.model) {
    comparison.body(body, *call.model);
  } else {
    comparison.error(body, reply.status, call.model);
  }
  return std::move(comparison.found);
}

}  // namespace stunt::test
