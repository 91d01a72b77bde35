// SPDX-License-Identifier: MIT
#include "recorder/replay/near_miss.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "recorder/transcript/shown.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using aws::NearMiss;

constexpr std::size_t kMostNear = 3;

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
  auto text = readable(*leaf);
  if (text.find(kPseudonymBegin) != std::string::npos) return std::string(kSensitive);
  return shortened(std::move(text));
}

bool equal(const Json* recorded, const Json* live, const Clash& clash) {
  if (!recorded || !live) return false;
  if (!recorded->is_string() || !live->is_string()) return *recorded == *live;
  const auto there = skeleton(recorded->get_ref<const std::string&>());
  const auto here = skeleton(live->get_ref<const std::string&>());
  return there.text == here.text && !clash(there.pseudonyms, here.pseudonyms);
}

const Json* find(const Leaves& leaves, const std::string& pointer) {
  const auto found = leaves.find(pointer);
  return found == leaves.end() ? nullptr : &found->second;
}

NearMiss compare(const Candidate& candidate, const Leaves& live, const Clash& clash) {
  const auto recorded = leaves_of(candidate.body);
  std::set<std::string> pointers;
  for (const auto* leaves : {&recorded, &live}) {
    for (const auto& [pointer, leaf] : *leaves) pointers.insert(pointer);
  }
  NearMiss near;
  near.seq = candidate.seq;
  for (const auto& pointer : pointers) {
    const auto* want = find(recorded, pointer);
    const auto* got = find(live, pointer);
    if (equal(want, got, clash)) continue;
    if (near.differences.size() < kMostDifferences) {
      near.differences.push_back({pointer, shown(want), shown(got)});
    } else {
      ++near.more;
    }
  }
  // To three decimals: it is for people.
  const auto different = near.differences.size() + near.more;
  if (!pointers.empty()) near.distance = double(different * 1000 / pointers.size()) / 1000;
  return near;
}

}  // namespace

std::vector<NearMiss> near_misses(std::span<const Candidate> candidates, const Json& body,
                                  const Clash& clash) {
  const auto live = leaves_of(body);
  std::vector<NearMiss> near;
  for (const auto& candidate : candidates) near.push_back(compare(candidate, live, clash));
  std::erase_if(near, [](const NearMiss& one) { return one.differences.empty(); });
  std::stable_sort(near.begin(), near.end(),
                   [](const NearMiss& a, const NearMiss& b) { return a.distance < b.distance; });
  if (near.size() > kMostNear) near.resize(kMostNear);
  return near;
}

std::string to_text(const NearMiss& near) {
  auto text = "seq " + std::to_string(near.seq) + " differs";
  const char* joint = " at ";
  for (const auto& [pointer, want, got] : near.differences) {
    text +=
        joint + (pointer.empty() ? "the body" : pointer) + ": recorded " + want + ", got " + got;
    joint = "; at ";
  }
  if (near.more > 0) text += "; and in " + std::to_string(near.more) + " more";
  return text;
}

}  // namespace stunt::recorder
