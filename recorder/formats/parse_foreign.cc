// SPDX-License-Identifier: MIT
#include "recorder/formats/parse_foreign.h"

#include <algorithm>

#include "input/document.h"
#include "recorder/formats/import.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr std::size_t kLargestYaml = std::size_t{16} << 20;

Json to_json(const input::Node& node) {
  const auto& scalar = node.scalar;
  switch (scalar.kind) {
    case input::Kind::null:
      return nullptr;
    case input::Kind::boolean:
      return scalar.boolean;
    case input::Kind::integer:
      if (!scalar.negative) return scalar.magnitude;
      return -static_cast<double>(scalar.magnitude);
    case input::Kind::number:
      return scalar.number;
    case input::Kind::text:
      return node.text;
    case input::Kind::list:
      break;
    case input::Kind::object: {
      Json object = Json::object();
      auto& members = object.get_ref<Json::object_t&>();
      // The document has each name once already.
      for (const auto& member : node.members) {
        members.emplace_back(member.name, to_json(*member.value));
      }
      return object;
    }
  }
  Json list = Json::array();
  for (const auto* item : node.items) list.push_back(to_json(*item));
  return list;
}

Json parse_yaml(std::string_view text, const std::string& name) {
  input::Problems problems(name);
  const auto document = input::parse_document(text, problems, kLargestYaml);
  if (!problems.empty()) throw BadImport(to_string(problems.sorted().front()));
  return to_json(document->root());
}

[[noreturn]] void refuse_json(std::string_view text, const std::string& name) {
  const auto keep_nothing = [](int, Json::parse_event_t, Json&) { return false; };
  try {
    [[maybe_unused]] const Json nothing = Json::parse(text, keep_nothing);
  } catch (const Json::parse_error& error) {
    const auto before = text.substr(0, error.byte > 0 ? error.byte - 1 : 0);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column =
        before.size() - (before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1) + 1;
    throw BadImport(name + ":" + std::to_string(line) + ":" + std::to_string(column) +
                    ": not JSON from here on");
  } catch (const Json::out_of_range&) {
    // A number that no double holds; where it stands is not told.
  }
  throw BadImport(
      name +
      ": JSON that is nested too deep, an object of too many members, or too large a number");
}

}  // namespace

Json parse_foreign(std::string_view text, const std::string& name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) throw BadImport(name + ": there is nothing in it");
  if (text[first] != '{' && text[first] != '[') return parse_yaml(text, name);
  auto json = aws::parse_json(text);
  if (!json) refuse_json(text, name);
  return std::move(*json);
}

}  // namespace stunt::recorder
