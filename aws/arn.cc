// SPDX-License-Identifier: MIT
#include "aws/arn.h"

#include <algorithm>
#include <array>

namespace stunt::aws {
namespace {

constexpr std::size_t kSuffixSize = 7;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

std::optional<Arn> read_arn(std::string_view text) {
  if (!text.starts_with("arn:")) return std::nullopt;
  std::array<std::string_view, 5> parts;
  for (auto& part : parts) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    part = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  return Arn{parts[1], parts[2], parts[3], parts[4], text};
}

bool has_arn_suffix(std::string_view text) {
  if (text.size() <= kSuffixSize) return false;
  const auto suffix = text.substr(text.size() - kSuffixSize);
  return suffix.front() == '-' && std::all_of(suffix.begin() + 1, suffix.end(), is_alphanumeric);
}

std::string_view secret_name(std::string_view secret_id) {
  constexpr std::string_view kKind = "secret:";
  const auto arn = read_arn(secret_id);
  if (!arn || !arn->resource.starts_with(kKind)) return secret_id;
  const auto name = arn->resource.substr(kKind.size());
  return has_arn_suffix(name) ? name.substr(0, name.size() - kSuffixSize) : name;
}

}  // namespace stunt::aws
