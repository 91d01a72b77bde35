// SPDX-License-Identifier: MIT
#include "emulator/parameters.h"

namespace stunt::emulator {

std::optional<std::string_view> Parameters::text(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return aws::text_member(*body_, name);
}

std::optional<std::int64_t> Parameters::integer(std::string_view name) const {
  const auto* value = aws::member(*body_, name);
  if (!value) return std::nullopt;
  return value->get<std::int64_t>();
}

const std::string* Parameters::blob(std::string_view name) const {
  const auto found = blobs_.find(name);
  return found == blobs_.end() ? nullptr : &found->second;
}

bool Parameters::flag(std::string_view name) const {
  const auto* value = aws::member(*body_, name);
  return value && value->get<bool>();
}

const aws::Json& Parameters::list(std::string_view name) const {
  static const aws::Json kNone = aws::Json::array();
  const auto* value = aws::member(*body_, name);
  return value ? *value : kNone;
}

}  // namespace stunt::emulator
