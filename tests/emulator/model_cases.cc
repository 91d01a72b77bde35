// SPDX-License-Identifier: MIT
#include "model_cases.h"

#include <functional>

#include "aws/base64.h"

namespace stunt::test {
namespace {

using aws::Json;
using aws::Kind;
using aws::ValueModel;
using Verdict = ModelCase::Verdict;

/// A text of that many characters, or nothing if the pattern has none of that length.
std::optional<std::string> text_of(const ValueModel& model, std::size_t length) {
  const auto with_end = [&](const char* end, char fill) -> std::optional<std::string> {
    const std::string tail = end;
    if (length <= tail.size()) return std::nullopt;
    return std::string(length - tail.size(), fill) + tail;
  };
  if (model.pattern == "[0-9]+h") return with_end("h", '1');
  if (model.pattern == R"(^([a-z]+-)+\d+$)") return with_end("-1", 'a');
  return std::string(length, 'a');
}

/// A value of that size that keeps everything else, or nothing if there is none.
std::optional<Json> sized(const ValueModel& model, std::int64_t size);

/// Any value that keeps all constraints.
Json good(const ValueModel& model) {
  if (!model.choices.empty()) return std::string(model.choices.front());
  if (model.kind == Kind::boolean) return false;
  if (model.kind == Kind::structure) {
    auto object = Json::object();
    for (const auto& member : model.members) object[std::string(member.name)] = good(*member.value);
    return object;
  }
  for (auto size = std::max<std::int64_t>(model.min.value_or(1), 1);; ++size) {
    if (auto value = sized(model, size)) return *value;
  }
}

std::optional<Json> sized(const ValueModel& model, std::int64_t size) {
  if (size < 0) return std::nullopt;
  const auto count = static_cast<std::size_t>(size);
  switch (model.kind) {
    case Kind::integer:
      return size;
    case Kind::blob:
      return aws::base64(std::string(count, 'a'));
    case Kind::list: {
      auto list = Json::array();
      for (std::size_t i = 0; i < count; ++i) list.push_back(good(*model.element));
      return list;
    }
    case Kind::string:
      if (!model.choices.empty()) return std::nullopt;
      if (auto text = text_of(model, count)) return std::move(*text);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string size_name(Kind kind) { return kind == Kind::integer ? "value" : "length"; }

std::string path_name(std::string_view member) {
  std::string name(member);
  name[0] = static_cast<char>(std::tolower(name[0]));
  return name;
}

class Cases {
 public:
  explicit Cases(const aws::OperationModel& operation) : operation_(operation) {}

  std::vector<ModelCase> all() {
    for (const auto& member : operation_.input) {
      const std::string name(member.name);
      const Put put = [this, name](Json value) {
        auto body = minimal();
        body[name] = std::move(value);
        return body;
      };
      const auto path = path_name(name);
      absent(member, name, path);
      any(*member.value, path, member.value->sensitive, put);
    }
    return std::move(cases_);
  }

 private:
  /// A whole body with this value in its place.
  using Put = std::function<Json(Json value)>;

  /// What is required and nothing else.
  Json minimal() const {
    auto body = Json::object();
    for (const auto& member : operation_.input) {
      if (member.required) body[std::string(member.name)] = good(*member.value);
    }
    return body;
  }

  void add(std::string what, Json body, Verdict verdict, const std::string& path,
           std::string constraint = {}, bool sensitive = false) {
    cases_.push_back({path + ": " + std::move(what), std::move(body), verdict, path,
                      std::move(constraint), sensitive});
  }

  void absent(const aws::MemberModel& member, const std::string& name, const std::string& path) {
    const auto verdict = member.required ? Verdict::violated : Verdict::kept;
    const std::string constraint = member.required ? "Member must not be null" : "";
    auto body = minimal();
    body.erase(name);
    add("missing", body, verdict, path, constraint);
    body[name] = nullptr;
    add("null", std::move(body), verdict, path, constraint);
  }

  void any(const ValueModel& model, const std::string& path, bool sensitive, const Put& put) {
    types(model, path, put);
    bounds(model, path, sensitive, put);
    if (!model.pattern.empty()) {
      const std::string bad(static_cast<std::size_t>(model.min.value_or(1)) + 1, '%');
      add("another pattern", put(bad), Verdict::violated, path,
          "Member must satisfy regular expression pattern: " + std::string(model.pattern),
          sensitive);
    }
    if (!model.choices.empty()) {
      for (const auto choice : model.choices) {
        add("a choice", put(std::string(choice)), Verdict::kept, path);
      }
      add("no choice", put("nothing"), Verdict::violated, path,
          "Member must satisfy enum value set: [");
    }
    if (model.kind == Kind::list) elements(model, path, sensitive, put);
    if (model.kind == Kind::structure) members(model, path, put);
  }

  void types(const ValueModel& model, const std::string& path, const Put& put) {
    const Json values[] = {"text", 7, 7.5, true, Json::array({1}), Json::object({{"a", 1}})};
    for (const auto& value : values) {
      if (suits(value, model.kind)) continue;
      add("the type of " + value.dump(), put(value), Verdict::mistyped, path);
    }
  }

  static bool suits(const Json& value, Kind kind) {
    switch (kind) {
      case Kind::string:
        return value.is_string();
      case Kind::blob:
        return value.is_string();
      case Kind::integer:
        return value.is_number_integer();
      case Kind::boolean:
        return value.is_boolean();
      case Kind::list:
        return value.is_array();
      default:
        return value.is_object();
    }
  }

  void bounds(const ValueModel& model, const std::string& path, bool sensitive, const Put& put) {
    const auto text = "Member must have " + size_name(model.kind) + " ";
    const auto at = [&](std::int64_t size, const std::string& what, Verdict verdict,
                        const std::string& constraint = "") {
      if (auto value = sized(model, size)) {
        add(what, put(std::move(*value)), verdict, path, constraint, sensitive);
      }
    };
    if (model.min) {
      at(*model.min, "the least", Verdict::kept);
      if (*model.min > 0) {
        at(*model.min - 1, "one below the least", Verdict::violated,
           text + "greater than or equal to " + std::to_string(*model.min));
      }
    }
    if (model.max) {
      at(*model.max, "the most", Verdict::kept);
      at(*model.max + 1, "one above the most", Verdict::violated,
         text + "less than or equal to " + std::to_string(*model.max));
    }
  }

  void elements(const ValueModel& model, const std::string& path, bool sensitive, const Put& put) {
    const Put put_first = [&](Json value) { return put(Json::array({std::move(value)})); };
    const auto at = path + ".1.member";
    add("null", put_first(nullptr), Verdict::violated, at, "Member must not be null");
    any(*model.element, at, sensitive || model.element->sensitive, put_first);
  }

  void members(const ValueModel& model, const std::string& path, const Put& put) {
    for (const auto& member : model.members) {
      const std::string name(member.name);
      const Put put_member = [&](Json value) {
        auto object = good(model);
        object[name] = std::move(value);
        return put(std::move(object));
      };
      const auto at = path + "." + path_name(name);
      const auto verdict = member.required ? Verdict::violated : Verdict::kept;
      add("null", put_member(nullptr), verdict, at,
          member.required ? "Member must not be null" : "");
      any(*member.value, at, member.value->sensitive, put_member);
    }
  }

  const aws::OperationModel& operation_;
  std::vector<ModelCase> cases_;
};

}  // namespace

std::vector<ModelCase> model_cases(const aws::OperationModel& operation) {
  return Cases(operation).all();
}

}  // namespace stunt::test
