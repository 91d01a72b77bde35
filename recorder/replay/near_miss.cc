// SPDX-License-Identifier: MIT
#include "recorder/replay/near_miss.h"

#include <algorithm>
#include <map>
#include <set>

#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using aws::NearMiss;

constexpr std::size_t kMostNear = 3;
/// More are not compared, so that a miss in a long transcript does not hold up other calls.
constexpr std::size_t kMostCompared = 1000;
constexpr std::size_t kLongestShown = 80;

/// Values by JSON Pointer.
using Leaves = std::map<std::string, Json>;

Leaves leaves_of(const Json& body) {
  Leaves leaves;
  if (!body.is_object() || body.empty()) return leaves;
  const Json flat = body.flatten();
  for (const auto& [pointer, leaf] : flat.items()) leaves[pointer] = leaf;
  return leaves;
}

std::string shown(const Json* leaf) {
  if (!leaf) return "(absent)";
  auto text = leaf->is_string() ? leaf->get<std::string>() : plain_json(*leaf);
  if (text.find(kPseudonymBegin) != std::string::npos) return std::string(kSensitive);
  if (text.size() <= kLongestShown) return text;
  auto end = kLongestShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

bool equal(const Json* recorded, const Json* live, const Bindings& bindings) {
  if (!recorded || !live) return false;
  if (!recorded->is_string() || !live->is_string()) return *recorded == *live;
  const auto there = skeleton(recorded->get_ref<const std::string&>());
  const auto here = skeleton(live->get_ref<const std::string&>());
  return there.text == here.text && !bindings.clash(there.pseudonyms, here.pseudonyms);
}

const Json* find(const Leaves& leaves, const std::string& pointer) {
  const auto found = leaves.find(pointer);
  return found == leaves.end() ? nullptr : &found->second;
}

NearMiss compare(const Candidate& candidate, const Leaves& live, const Bindings& bindings) {
  const auto recorded = leaves_of(candidate.body);
  std::set<std::string> pointers;
  for (const auto* leaves : {&recorded, &live}) {
    for (const auto& [pointer, leaf] : *leaves) pointers.insert(pointer);
  }
  NearMiss near;
  near.seq = candidate.seq;
  std::size_t different = 0;
  for (const auto& pointer : pointers) {
    const auto* want = find(recorded, pointer);
    const auto* got = find(live, pointer);
    if (equal(want, got, bindings)) continue;
    if (++different > 1) continue;
    near.pointer = pointer;
    near.want = shown(want);
    near.got = shown(got);
  }
  // To three decimals: it is for people.
  if (!pointers.empty()) near.distance = double(different * 1000 / pointers.size()) / 1000;
  return near;
}

}  // namespace

std::vector<NearMiss> near_misses(std::span<const Candidate> candidates, const Json& body,
                                  const Bindings& bindings) {
  const auto live = leaves_of(body);
  std::vector<NearMiss> near;
  for (const auto& candidate : candidates.first(std::min(candidates.size(), kMostCompared))) {
    near.push_back(compare(candidate, live, bindings));
  }
  std::erase_if(near, [](const NearMiss& one) { return one.distance == 0; });
  std::stable_sort(near.begin(), near.end(),
                   [](const NearMiss& a, const NearMiss& b) { return a.distance < b.distance; });
  if (near.size() > kMostNear) near.resize(kMostNear);
  return near;
}

}  // namespace stunt::recorder
