// SPDX-License-Identifier: MIT
#include "emulator/tags.h"

#include <algorithm>

#include "emulator/errors.h"

namespace stunt::emulator {
namespace {

bool is_reserved(std::string_view key) {
  constexpr std::string_view kPrefix = "aws:";
  return key.size() >= kPrefix.size() &&
         std::ranges::equal(key.substr(0, kPrefix.size()), kPrefix, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
         });
}

auto find_key(std::vector<Tag>& tags, std::string_view key) {
  return std::ranges::find(tags, key, &Tag::key);
}

}  // namespace

tl::expected<std::vector<Tag>, aws::Error> read_tags(const aws::Json& list) {
  std::vector<Tag> tags;
  for (const auto& element : list) {
    const auto key = aws::text_member(element, "Key");
    if (key.empty()) return tl::unexpected(errors::tag_without_key());
    if (is_reserved(key)) return tl::unexpected(errors::reserved_tag_key(key));
    tags.push_back({std::string(key), std::string(aws::text_member(element, "Value"))});
  }
  auto keys = std::vector<std::string_view>();
  for (const auto& tag : tags) keys.push_back(tag.key);
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  if (twice != keys.end()) return tl::unexpected(errors::tag_key_twice(*twice));
  return tags;
}

std::vector<Tag> merged(std::vector<Tag> tags, std::vector<Tag> added) {
  for (auto& tag : added) {
    const auto known = find_key(tags, tag.key);
    if (known == tags.end()) {
      tags.push_back(std::move(tag));
    } else {
      known->value = std::move(tag.value);
    }
  }
  return tags;
}

aws::Json tags_json(const std::vector<Tag>& tags) {
  auto list = aws::Json::array();
  for (const auto& tag : tags) list.push_back({{"Key", tag.key}, {"Value", tag.value}});
  return list;
}

}  // namespace stunt::emulator
