// SPDX-License-Identifier: MIT
#include "recorder/drift/pair_items.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

namespace stunt::recorder {
namespace {

using aws::Json;

/// The members by which services tell the items of a list apart, the best first.
constexpr std::array<std::string_view, 6> kIdentities = {"Name",   "VersionId", "Key",
                                                         "Region", "SecretId",  "ARN"};

std::optional<std::string> identity(const Json& item) {
  if (item.is_string()) return item.get<std::string>();
  for (const auto name : kIdentities) {
    const auto text = aws::text_member(item, name);
    if (!text.empty()) return std::string(text);
  }
  return std::nullopt;
}

std::optional<std::vector<std::string>> identities(const Json& list) {
  std::vector<std::string> names;
  for (const auto& item : list) {
    auto name = identity(item);
    if (!name) return std::nullopt;
    names.push_back(std::move(*name));
  }
  return names;
}

/// A plain value, or a version: both can be the same thing under another name.
bool may_be_renamed(const Json& item) {
  return item.is_string() ||
         (aws::text_member(item, "Name").empty() && !aws::text_member(item, "VersionId").empty());
}

ItemPairs by_position(std::size_t recorded, std::size_t live) {
  ItemPairs result;
  const auto both = std::min(recorded, live);
  for (std::size_t i = 0; i < both; ++i) result.pairs.emplace_back(i, i);
  for (auto i = both; i < recorded; ++i) result.missing.push_back(i);
  for (auto i = both; i < live; ++i) result.extra.push_back(i);
  return result;
}

/// Two lists of leftovers, in order, as far as both go.
template <typename T>
void pair_in_order(std::vector<T>& missing, std::vector<T>& extra,
                   std::vector<std::pair<T, T>>& pairs) {
  const auto both = std::min(missing.size(), extra.size());
  for (std::size_t i = 0; i < both; ++i) pairs.emplace_back(missing[i], extra[i]);
  const auto paired = static_cast<std::ptrdiff_t>(both);
  missing.erase(missing.begin(), missing.begin() + paired);
  extra.erase(extra.begin(), extra.begin() + paired);
}

/// What AWS takes for a version's id: as long as that, and no blank in it.
bool looks_like_version(const std::string& name) {
  constexpr std::size_t kShortest = 32, kLongest = 64;
  return name.size() >= kShortest && name.size() <= kLongest && name.find(' ') == name.npos;
}

/// Moves the versions among names to a list of their own.
std::vector<std::string> take_versions(std::vector<std::string>& names) {
  const auto others = std::stable_partition(
      names.begin(), names.end(), [](const auto& name) { return !looks_like_version(name); });
  std::vector<std::string> versions(others, names.end());
  names.erase(others, names.end());
  return versions;
}

}  // namespace

ItemPairs pair_items(const Json& recorded, const Json& live, const Counterparts& counterparts) {
  const auto there = identities(recorded), here = identities(live);
  if (!there || !here) return by_position(recorded.size(), live.size());

  std::unordered_map<std::string, std::deque<std::size_t>> by_name;
  for (std::size_t j = 0; j < here->size(); ++j) {
    by_name[counterparts.with_recorded_ids((*here)[j])].push_back(j);
  }
  ItemPairs result;
  std::vector<bool> is_paired(here->size(), false);
  for (std::size_t i = 0; i < there->size(); ++i) {
    const auto found = by_name.find((*there)[i]);
    if (found == by_name.end() || found->second.empty()) {
      result.missing.push_back(i);
      continue;
    }
    const auto j = found->second.front();
    found->second.pop_front();
    is_paired[j] = true;
    if (!result.pairs.empty() && j < result.pairs.back().second) result.reordered = true;
    result.pairs.emplace_back(i, j);
  }
  for (std::size_t j = 0; j < here->size(); ++j) {
    if (!is_paired[j]) result.extra.push_back(j);
  }
  const auto renamed = [](const Json& list, const std::vector<std::size_t>& rest) {
    return std::all_of(rest.begin(), rest.end(),
                       [&](std::size_t i) { return may_be_renamed(list[i]); });
  };
  if (renamed(recorded, result.missing) && renamed(live, result.extra)) {
    pair_in_order(result.missing, result.extra, result.pairs);
  }
  return result;
}

NamePairs pair_names(const Json& recorded, const Json& live, const Counterparts& counterparts) {
  std::unordered_map<std::string, std::string> by_name;
  for (const auto& [name, value] : live.items()) {
    by_name.emplace(counterparts.with_recorded_ids(name), name);
  }
  NamePairs result;
  for (const auto& [name, value] : recorded.items()) {
    const auto found = by_name.find(name);
    if (found == by_name.end()) {
      result.missing.push_back(name);
    } else {
      result.pairs.emplace_back(name, found->second);
      by_name.erase(found);
    }
  }
  for (const auto& [name, value] : live.items()) {
    if (by_name.contains(counterparts.with_recorded_ids(name))) result.extra.push_back(name);
  }

  auto there = take_versions(result.missing), here = take_versions(result.extra);
  std::erase_if(there, [&](const std::string& name) {
    const auto same = std::find_if(here.begin(), here.end(), [&](const std::string& other) {
      return recorded[name] == live[other];
    });
    if (same == here.end()) return false;
    result.pairs.emplace_back(name, *same);
    here.erase(same);
    return true;
  });
  pair_in_order(there, here, result.pairs);
  result.missing.insert(result.missing.end(), there.begin(), there.end());
  result.extra.insert(result.extra.end(), here.begin(), here.end());
  return result;
}

}  // namespace stunt::recorder
