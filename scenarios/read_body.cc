// SPDX-License-Identifier: MIT
#include "scenarios/read_body.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/literal.h"
#include "scenarios/read_text.h"

namespace stunt::scenarios {
namespace {

using input::Kind;
using input::quote;
using input::Value;

/// Enough for any request of the service.
constexpr std::size_t kMostPointers = 100;

/// The members that an object can have, as far as that is known.
struct Shape {
  bool is_known = false;
  std::vector<aws::MemberModel> members{};
  std::string lacks{};  ///< how a message begins about a member that is none of them

  const aws::ValueModel* value(std::string_view name) const {
    const auto* found = aws::find_member(members, name);
    return found ? found->value : nullptr;
  }
};

/// What the operations take, put together.
Shape input_of(const Target& target) {
  Shape shape{.is_known = !target.operations.empty()};
  for (const auto* operation : target.operations) {
    // A model that says nothing of the input forbids nothing.
    shape.is_known = shape.is_known && !operation->input.empty();
    for (const auto& member : operation->input) {
      if (!aws::find_member(shape.members, member.name)) shape.members.push_back(member);
    }
  }
  shape.lacks = target.operations.size() == 1
                    ? std::string(target.operations[0]->name) + " takes no member "
                    : "no operation that is meant takes a member ";
  return shape;
}

Shape shape_of(const aws::ValueModel* model, std::string_view name) {
  if (!model || model->kind != aws::Kind::structure) return {};
  return {true, {model->members.begin(), model->members.end()}, quote(name) + " has no member "};
}

void check_member(const Value& value, input::Position at, const Shape& shape,
                  std::string_view name) {
  if (!shape.is_known || aws::find_member(shape.members, name)) return;
  std::vector<std::string_view> names;
  for (const auto& member : shape.members) names.push_back(member.name);
  value.wrong(at, shape.lacks + quote(name), input::suggest(name, names));
}

bool has_conditions(const Value& value) {
  return std::any_of(kTextConditions.begin(), kTextConditions.end(),
                     [&](auto name) { return value.find(name).has_value(); });
}

std::optional<BodyPattern> read_members(const Value& value, const Shape& shape);

std::optional<BodyPattern> read_value(const Value& value, const aws::ValueModel* model,
                                      std::string_view name) {
  if (value.kind() == Kind::null) {
    value.wrong("nothing is written here", "for a member that is not there write {absent: true}");
    return std::nullopt;
  }
  if (value.kind() != Kind::object) {
    if (auto literal = read_literal(value)) return BodyPattern(*std::move(literal));
    return std::nullopt;
  }
  const bool may_be_object =
      !model || model->kind == aws::Kind::structure || model->kind == aws::Kind::map;
  if (may_be_object && !has_conditions(value)) return read_members(value, shape_of(model, name));
  if (auto text = read_text(value, Presence::maybe)) return BodyPattern(*std::move(text));
  return std::nullopt;
}

std::optional<BodyPattern> read_members(const Value& value, const Shape& shape) {
  if (value.kind() != Kind::object) {
    value.entries();  // says that an object belongs here
    return std::nullopt;
  }
  std::vector<BodyPattern::Member> members;
  if (!is_narrow_enough(value)) return std::nullopt;
  for (const auto& entry : value.entries()) {
    check_member(entry.value, entry.at, shape, entry.name);
    if (auto read = read_value(entry.value, shape.value(entry.name), entry.name)) {
      members.push_back({std::string(entry.name), *std::move(read)});
    }
  }
  return BodyPattern(std::move(members));
}

}  // namespace

std::optional<BodyPattern> read_body(const Value& value, const Target& target) {
  if (value.kind() == Kind::object && value.entries().empty()) {
    value.wrong("no member", "name one, or leave 'body' out");
  }
  return read_members(value, input_of(target));
}

std::vector<PointerPattern> read_pointers(const Value& value, const Target& target) {
  std::vector<PointerPattern> pointers;
  const auto entries = value.entries();
  if (value.kind() == Kind::object && entries.empty()) {
    value.wrong("no pointer", "write one such as /VersionStage and what its text must be like");
  }
  if (entries.size() > kMostPointers) {
    value.wrong("more than " + std::to_string(kMostPointers) + " pointers", "leave some out");
    return pointers;
  }
  const auto shape = input_of(target);
  for (const auto& entry : entries) {
    auto tokens = split_pointer(entry.name);
    if (!tokens) {
      entry.value.wrong(entry.at, quote(entry.name) + " is no JSON Pointer",
                        "write one such as /VersionStage; in names ~ is ~0 and / is ~1");
      continue;
    }
    if (!tokens->empty()) check_member(entry.value, entry.at, shape, tokens->front());
    if (auto text = read_text(entry.value, Presence::maybe)) {
      pointers.push_back({std::string(entry.name), *std::move(tokens), *std::move(text)});
    }
  }
  return pointers;
}

}  // namespace stunt::scenarios
