// SPDX-License-Identifier: MIT
#include "scenarios/lint/bounds.h"

#include <algorithm>

#include "aws/json_of.h"

namespace stunt::scenarios::lint {
namespace {

std::optional<std::uint64_t> number_in(const input::Value& value) {
  if (value.kind() != input::Kind::integer) return std::nullopt;
  return value.natural(0, Count::kMost);
}

/// Each is compared with each; no file that people write has more.
constexpr std::size_t kMost = 2'000;

/// The same kind in an order twice means two calls.
void add_order(const input::Value& order, std::size_t item, std::vector<Bounds>& bounds) {
  for (const auto& one : items(order)) {
    if (bounds.size() >= kMost) return;
    const auto calls = aws::json_of(one);
    const auto same = std::find_if(bounds.begin(), bounds.end(), [&](const Bounds& other) {
      return other.item == item && other.calls == calls;
    });
    if (same == bounds.end()) {
      bounds.push_back({item, one, calls, {1, std::nullopt}});
    } else {
      ++same->count.at_least;
    }
  }
}

}  // namespace

std::optional<Count> count_in(const input::Value& value) {
  if (const auto exactly = number_in(value)) return Count{*exactly, *exactly};
  if (value.kind() != input::Kind::object) return std::nullopt;
  Count count{0, std::nullopt};
  for (const auto& member : members(value)) {
    const auto number = number_in(member.value);
    if (!number) return std::nullopt;
    if (member.name != "atMost") count.at_least = *number;
    if (member.name != "atLeast") count.at_most = *number;
  }
  return count;
}

std::vector<Bounds> bounds_in(const Subject& subject) {
  std::vector<Bounds> bounds;
  for (std::size_t i = 0; i < subject.expect.size(); ++i) {
    const auto& item = subject.expect[i];
    if (const auto calls = item.find("calls")) {
      const auto written = item.find("count");
      const auto count = written ? count_in(*written) : Count();
      if (count) bounds.push_back({i, *calls, aws::json_of(*calls), *count});
    }
    if (const auto never = item.find("never")) {
      bounds.push_back({i, *never, aws::json_of(*never), {0, 0}});
    }
    if (const auto order = item.find("order")) add_order(*order, i, bounds);
  }
  return bounds;
}

bool says_all_of(const aws::Json& narrow, const aws::Json& wide) {
  for (const auto& [name, condition] : wide.items()) {
    const auto found = narrow.find(name);
    if (found == narrow.end() || *found != condition) return false;
  }
  return true;
}

}  // namespace stunt::scenarios::lint
