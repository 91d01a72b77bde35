// SPDX-License-Identifier: MIT
#include "emulator/types.h"

#include <cstdint>
#include <limits>
#include <optional>

#include "aws/base64.h"
#include "aws/kind.h"
#include "emulator/errors.h"

namespace stunt::emulator {
namespace {

using aws::Json;
using aws::Kind;

/// AWS's whole numbers have 64 bits and a sign.
bool has_type(const Json& value, Kind kind) {
  if (!aws::is_of_kind(value, kind)) return false;
  if (kind != Kind::integer) return true;
  return value.is_number_integer() &&
         (!value.is_number_unsigned() ||
          value.get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max());
}

/// What AWS's reader calls a token; empty for objects and arrays.
std::string_view token_name(const Json& value) {
  if (value.is_string()) return "STRING_VALUE";
  if (value.is_number()) return "NUMBER_VALUE";
  if (value.is_boolean()) return value.get<bool>() ? "TRUE_VALUE" : "FALSE_VALUE";
  return {};
}

std::string_view type_name(Kind kind) {
  switch (kind) {
    case Kind::string:
      return "a String";
    case Kind::integer:
      return "an Integer";
    case Kind::boolean:
      return "a Boolean";
    default:
      return {};
  }
}

/// A text where one is known: a single value where another kind of single value belongs.
aws::Error mistyped(const Json& value, Kind wanted) {
  const auto token = token_name(value), type = type_name(wanted);
  if (token.empty() || type.empty()) return errors::serialization();
  return errors::serialization(std::string(token) + " can not be converted to " +
                               std::string(type));
}

class Walk {
 public:
  std::optional<aws::Error> members(const Json& object, std::span<const aws::MemberModel> models) {
    for (const auto& model : models) {
      const auto* value = aws::member(object, model.name);
      if (!value) continue;
      if (auto error = any(*value, *model.value, model.name)) return error;
    }
    return std::nullopt;
  }

  Parameters::Blobs blobs;

 private:
  std::optional<aws::Error> any(const Json& value, const aws::ValueModel& model,
                                std::string_view name) {
    if (!has_type(value, model.kind)) return mistyped(value, model.kind);
    if (model.kind == Kind::structure) return members(value, model.members);
    if (model.kind == Kind::blob) return blob(value, name);
    if (model.kind != Kind::list) return std::nullopt;
    for (const auto& element : value) {
      if (element.is_null()) continue;  // for the constraints to refuse
      if (auto error = any(element, *model.element, name)) return error;
    }
    return std::nullopt;
  }

  std::optional<aws::Error> blob(const Json& value, std::string_view name) {
    auto bytes = aws::read_base64(value.get_ref<const std::string&>());
    if (!bytes) return errors::serialization();
    blobs.emplace(name, std::move(*bytes));
    return std::nullopt;
  }
};

}  // namespace

tl::expected<Parameters::Blobs, aws::Error> read_types(const Json& body,
                                                       std::span<const aws::MemberModel> members) {
  Walk walk;
  if (auto error = walk.members(body, members)) return tl::unexpected(std::move(*error));
  return std::move(walk.blobs);
}

}  // namespace stunt::emulator
