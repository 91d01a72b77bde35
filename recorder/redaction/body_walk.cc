// SPDX-License-Identifier: MIT
#include "recorder/redaction/body_walk.h"

#include <algorithm>
#include <array>

#include "aws/kind.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using aws::Kind;

class Walk {
 public:
  Walk(std::string_view resource, BodyVisitor& visitor) : resource_(resource), visitor_(visitor) {}

  Json structure(const Json& value, std::span<const aws::MemberModel> members) {
    Json result = Json::object();
    for (const auto& [name, part] : value.items()) {
      const auto* known = aws::find_member(members, name);
      if (known) {
        result[name] = any(name, part, *known->value);
      } else {
        auto& unknown = result[visitor_.unknown_name(name)];
        unknown = part.is_null() ? part : visitor_.unknown(name, part);
      }
    }
    return result;
  }

 private:
  /// How AWS services name the members that say what a call is about.
  bool is_identifier(std::string_view name) const {
    static constexpr std::array<std::string_view, 3> kIdentifiers = {"ARN", "Name", "SecretIdList"};
    return name == resource_ ||
           std::find(kIdentifiers.begin(), kIdentifiers.end(), name) != kIdentifiers.end();
  }

  /// `name` is that of the member which holds the value, be it in a list.
  Json any(const std::string& name, const Json& value, const aws::ValueModel& model) {
    if (value.is_null()) return value;
    if (visitor_.is_secret(name)) return visitor_.sensitive(value, false);
    if (model.sensitive) {
      return visitor_.sensitive(value, model.kind == Kind::blob && value.is_string());
    }
    if (!aws::is_of_kind(value, model.kind)) return visitor_.unknown(name, value);
    switch (model.kind) {
      case Kind::string:
      case Kind::blob:
        return is_identifier(name) ? visitor_.identifier(value.get_ref<const std::string&>())
                                   : visitor_.text(value.get_ref<const std::string&>());
      case Kind::list:
        return list(name, value, *model.element);
      case Kind::map:
        return map(name, value, *model.element);
      case Kind::structure:
        return structure(value, model.members);
      default:
        return value;
    }
  }

  Json list(const std::string& name, const Json& value, const aws::ValueModel& element) {
    Json result = Json::array();
    for (const auto& part : value) result.push_back(any(name, part, element));
    return result;
  }

  Json map(const std::string& name, const Json& value, const aws::ValueModel& element) {
    Json result = Json::object();
    for (const auto& [key, part] : value.items()) {
      result[visitor_.text(key).get<std::string>()] = any(name, part, element);
    }
    return result;
  }

  const std::string_view resource_;
  BodyVisitor& visitor_;
};

}  // namespace

Json walk_body(const Json& body, const BodyModel& model, BodyVisitor& visitor) {
  return Walk(model.resource, visitor).structure(body, model.members);
}

}  // namespace stunt::recorder
