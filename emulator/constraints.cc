// SPDX-License-Identifier: MIT
#include "emulator/constraints.h"

#include <algorithm>

namespace stunt::emulator {
namespace {

using aws::Json;
using aws::Kind;

/// As many as anybody reads; a request has room for hundreds of thousands.
constexpr std::size_t kViolationsTold = 100;

/// "SecretId" is "secretId" in AWS's texts.
std::string path_name(std::string_view member) {
  std::string name(member);
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] += 'a' - 'A';
  return name;
}

/// A value as AWS prints it: [a, b] for lists, {Key=a, Value=b} for structures. Shows nothing that
/// is sensitive or that the model does not know, because that may be a secret gone astray.
std::string shown(const Json& value, const aws::ValueModel& model) {
  std::string text;
  const auto separate = [&](std::string_view separator) {
    if (text.size() > 1) text += separator;
  };
  if (model.kind == Kind::list) {
    text = "[";
    for (const auto& element : value) {
      separate(", ");
      text += element.is_null() ? "null" : shown(element, *model.element);
    }
    return text + "]";
  }
  if (model.kind == Kind::structure) {
    text = "{";
    for (const auto& member : model.members) {
      const auto* part = aws::member(value, member.name);
      if (!part || member.value->sensitive) continue;
      separate(", ");
      text += std::string(member.name) + "=" + shown(*part, *member.value);
    }
    return text + "}";
  }
  return value.is_string() ? value.get<std::string>() : value.dump();
}

class Walk {
 public:
  Walk(const Parameters::Blobs& blobs, const Patterns& patterns)
      : blobs_(blobs), patterns_(patterns) {}

  /// `path` is where the members are: empty, or with a dot at its end.
  void members(const Json& object, std::span<const aws::MemberModel> models,
               const std::string& path) {
    for (const auto& model : models) {
      const auto* value = aws::member(object, model.name);
      const auto place = path + path_name(model.name);
      if (value) {
        any(*value, model, place);
      } else if (model.required) {
        missing(place);
      }
    }
  }

  std::vector<std::string> found;

 private:
  void any(const Json& value, const aws::MemberModel& model, const std::string& place) {
    const auto& constraints = *model.value;
    const auto fail = [&](const std::string& constraint) {
      const auto subject =
          constraints.sensitive ? "Value" : "Value '" + shown(value, constraints) + "'";
      found.push_back(subject + " at '" + place + "' failed to satisfy constraint: " + constraint);
    };
    switch (constraints.kind) {
      case Kind::string:
        text(value.get_ref<const std::string&>(), constraints, fail);
        break;
      case Kind::blob:
        range(static_cast<std::int64_t>(blobs_.at(model.name).size()), constraints, "length", fail);
        break;
      case Kind::integer:
        range(value.get<std::int64_t>(), constraints, "value", fail);
        break;
      case Kind::list:
        range(static_cast<std::int64_t>(value.size()), constraints, "length", fail);
        elements(value, model, place);
        break;
      case Kind::structure:
        members(value, constraints.members, place + ".");
        break;
      case Kind::boolean:
      case Kind::timestamp:
      case Kind::map:
        break;
    }
  }

  template <typename Fail>
  void text(const std::string& value, const aws::ValueModel& model, const Fail& fail) {
    range(characters(value), model, "length", fail);
    if (!model.pattern.empty() && !patterns_.match(model.pattern, value)) {
      fail("Member must satisfy regular expression pattern: " + std::string(model.pattern));
    }
    if (model.choices.empty() || std::ranges::find(model.choices, value) != model.choices.end()) {
      return;
    }
    std::string choices;
    for (const auto choice : model.choices) {
      choices += (choices.empty() ? "" : ", ") + std::string(choice);
    }
    fail("Member must satisfy enum value set: [" + choices + "]");
  }

  template <typename Fail>
  void range(std::int64_t size, const aws::ValueModel& model, const std::string& what,
             const Fail& fail) {
    if (model.min && size < *model.min) {
      fail("Member must have " + what + " greater than or equal to " + std::to_string(*model.min));
    }
    if (model.max && size > *model.max) {
      fail("Member must have " + what + " less than or equal to " + std::to_string(*model.max));
    }
  }

  void elements(const Json& list, const aws::MemberModel& model, const std::string& place) {
    int number = 0;
    for (const auto& element : list) {
      if (found.size() >= kViolationsTold) return;
      const auto at = place + "." + std::to_string(++number) + ".member";
      if (element.is_null()) {
        missing(at);
      } else {
        any(element, {model.name, model.value->element}, at);
      }
    }
  }

  void missing(const std::string& place) {
    found.push_back("Value null at '" + place +
                    "' failed to satisfy constraint: Member must not be null");
  }

  const Parameters::Blobs& blobs_;
  const Patterns& patterns_;
};

}  // namespace

std::int64_t characters(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

std::vector<std::string> violations(const Json& body, const Parameters::Blobs& blobs,
                                    std::span<const aws::MemberModel> members,
                                    const Patterns& patterns) {
  Walk walk(blobs, patterns);
  walk.members(body, members, "");
  return std::move(walk.found);
}

}  // namespace stunt::emulator
