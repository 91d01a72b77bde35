// SPDX-License-Identifier: MIT
#include "scenarios/script/read_record.h"

#include <array>
#include <string_view>
#include <vector>

#include "http/field.h"
#include "input/quote.h"
#include "scenarios/regex.h"

namespace stunt::scenarios {
namespace {

using input::Value;

/// The texts of a list, but for those that `check` calls wrong.
template <typename Check>
std::vector<std::string> read_texts(const Value& value, Check check) {
  std::vector<std::string> texts;
  for (const auto& item : value.items()) {
    const auto text = item.text();
    if (text && check(item, *text)) texts.emplace_back(*text);
  }
  return texts;
}

bool is_header_name(const Value& item, std::string_view text) {
  if (http::is_token(text)) return true;
  item.wrong(input::quote(text) + " is not the name of a header",
             "use letters, digits and hyphens");
  return false;
}

bool is_member_name(const Value& item, std::string_view text) {
  if (!text.empty()) return true;
  item.wrong("the name is empty", "write a member's name, such as Description");
  return false;
}

bool is_pattern(const Value& item, std::string_view text) {
  const auto regex = Regex::compile(std::string(text));
  if (!regex) {
    item.wrong("this is no regular expression: " + regex.error(),
               "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax");
  } else if (regex->matches("")) {
    item.wrong("the pattern matches the empty text", "let it match at least one character");
  }
  return regex && !regex->matches("");
}

/// `model` and `style` are there for those who want to say what is so anyway.
recorder::RedactionRules read_redact(const Value& value) {
  static constexpr std::array<std::string_view, 5> kNames = {"model", "headers", "members",
                                                             "patterns", "style"};
  static constexpr std::array<std::string_view, 1> kStyles = {"pseudonym"};
  static constexpr std::array<std::string_view, 2> kLater = {"mask", "drop"};
  recorder::RedactionRules rules;
  const auto object = value.object({kNames});
  if (!object) return rules;
  if (const auto model = object->find("model")) {
    if (model->boolean() == false) {
      model->wrong("what the service calls sensitive is always redacted",
                   "write true, or remove it");
    }
  }
  if (const auto style = object->find("style")) style->choice({kStyles, kLater});
  if (const auto list = object->find("headers")) rules.headers = read_texts(*list, is_header_name);
  if (const auto list = object->find("members")) rules.members = read_texts(*list, is_member_name);
  if (const auto list = object->find("patterns")) rules.patterns = read_texts(*list, is_pattern);
  return rules;
}

}  // namespace

std::optional<RecordBlock> read_record(const Value& value, const std::string& file) {
  static constexpr std::array<std::string_view, 4> kNames = {"to", "mode", "redact",
                                                             "recordOnError"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  RecordBlock block;
  block.at = {file, value.at().line, value.at().column};
  if (const auto to = object->find("to")) {
    const auto text = to->text();
    if (text && text->empty()) to->wrong("the path is empty", "write one such as run.jsonl");
    block.to = std::string(text.value_or(""));
  }
  if (const auto mode = object->find("mode")) {
    if (const auto index = mode->choice({recorder::kRecordModeNames})) {
      block.mode = static_cast<recorder::RecordMode>(*index);
    }
  }
  if (const auto kept = object->find("recordOnError")) {
    block.on_error = kept->boolean().value_or(true);
  }
  if (const auto redact = object->find("redact")) block.redact = read_redact(*redact);
  return block;
}

}  // namespace stunt::scenarios
