// SPDX-License-Identifier: MIT
#include "recorder/drift/rules.h"

#include <stdexcept>
#include <string_view>

#include "aws/json.h"

namespace stunt::recorder {
namespace {

/// Takes one "/name" from the front of a pointer.
std::string_view take_name(std::string_view& pointer) {
  const auto end = pointer.find('/', 1);
  const auto name = pointer.substr(0, end);
  pointer.remove_prefix(name.size());
  return name;
}

bool fits(std::string_view pattern, std::string_view pointer) {
  while (!pattern.empty() && !pointer.empty()) {
    const auto wanted = take_name(pattern);
    if (take_name(pointer) != wanted && wanted != "/*") return false;
  }
  return pattern.empty() && pointer.empty();
}

bool is_pointer(const std::string& text) {
  if (text.size() < 2 || text.front() != '/') return false;
  try {
    [[maybe_unused]] const aws::Json::json_pointer pointer(text);
    return true;
  } catch (const aws::Json::exception&) {
    return false;
  }
}

}  // namespace

LeftAside::LeftAside(const std::vector<std::string>& patterns) {
  for (const auto& pattern : patterns) {
    if (!is_pointer(pattern)) {
      throw std::invalid_argument("'" + pattern +
                                  "' is no JSON Pointer to a member; expected one such as "
                                  "/VersionId or /SecretList/*/LastAccessedDate");
    }
    counts_[pattern] = 0;
  }
}

bool LeftAside::takes(const std::string& pointer) {
  bool is_taken = false;
  for (auto& [pattern, count] : counts_) {
    if (!fits(pattern, pointer)) continue;
    ++count;
    is_taken = true;
  }
  return is_taken;
}

}  // namespace stunt::recorder
