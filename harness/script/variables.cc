// SPDX-License-Identifier: MIT
#include "harness/script/variables.h"

#include "input/problem.h"

namespace stunt::harness {
namespace {

input::BadInput failure(const scenarios::ScriptCall& call, const std::string& what) {
  return input::BadInput({{call.at, "", "the script's " + call.operation + " " + what, ""}});
}

}  // namespace

void Variables::make(const scenarios::ScriptCall& call, OwnCalls& calls) {
  const auto answer = calls.ask(call.operation, filled(call.input));
  if (!answer) {
    throw failure(call, "is refused: " + answer.error().code + ": " + answer.error().message);
  }
  save(call, *answer);
}

void Variables::save(const scenarios::ScriptCall& call, const aws::Json& answer) {
  for (const auto& [name, pointer] : call.save) {
    const aws::Json::json_pointer place(pointer);
    if (!answer.contains(place)) throw failure(call, "answers with nothing at " + pointer);
    const std::lock_guard lock(mutex_);
    values_[name] = answer.at(place);
  }
}

aws::Json Variables::filled(const aws::Json& input) const {
  if (input.is_string()) {
    const auto& text = input.get_ref<const std::string&>();
    if (text.starts_with("${") && text.find('}') == text.size() - 1) {
      const std::lock_guard lock(mutex_);
      const auto found = values_.find(std::string_view(text).substr(2, text.size() - 3));
      if (found != values_.end()) return found->second;
    }
    return filled(text);
  }
  if (!input.is_structured()) return input;
  auto copy = input;
  for (auto& value : copy) value = filled(aws::Json(value));
  return copy;
}

std::string Variables::filled(const std::string& text) const {
  std::string result;
  std::size_t at = 0;
  for (auto open = text.find("${"); open != std::string::npos; open = text.find("${", at)) {
    const auto close = text.find('}', open);
    if (close == std::string::npos) break;
    const auto name = std::string_view(text).substr(open + 2, close - open - 2);
    const std::lock_guard lock(mutex_);
    const auto found = values_.find(name);
    result += text.substr(at, open - at);
    if (found == values_.end()) {
      result += text.substr(open, close + 1 - open);
    } else {
      result += found->second.is_string() ? found->second.get<std::string>() : found->second.dump();
    }
    at = close + 1;
  }
  return result + text.substr(at);
}

}  // namespace stunt::harness
