// SPDX-License-Identifier: MIT
#include "harness/replay_changes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <stdexcept>
#include <string_view>

#include "aws/json.h"

namespace stunt::harness {
namespace {

using recorder::ReplayOptions;

std::size_t choice(const std::string& text, std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string list;
  for (const auto name : names) list.append(list.empty() ? "" : ", ").append(name);
  throw std::invalid_argument("'" + text + "' is not one of " + list);
}

double factor(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0) ||
      value > recorder::kLargestTimeScale) {
    throw std::invalid_argument("'" + text +
                                "' is not one of none, recorded, or a factor from 0 to 1000, such "
                                "as 0.1");
  }
  return value;
}

}  // namespace

ReplayChange replay_order(const std::string& text) {
  const auto order = static_cast<recorder::Order>(choice(text, recorder::kOrderNames));
  return [order](ReplayOptions& options) { options.order = order; };
}

ReplayChange replay_on_miss(const std::string& text) {
  static constexpr std::array<std::string_view, 2> kNames = {"fail", "engine"};
  const auto on_miss = static_cast<recorder::OnMiss>(choice(text, kNames));
  return [on_miss](ReplayOptions& options) { options.on_miss = on_miss; };
}

ReplayChange replay_exhausted(const std::string& text) {
  static constexpr std::array<std::string_view, 4> kNames = {"fail", "repeatLast", "cycle",
                                                             "engine"};
  const auto exhausted = static_cast<recorder::Exhausted>(choice(text, kNames));
  return [exhausted](ReplayOptions& options) { options.exhausted = exhausted; };
}

ReplayChange replay_remap(const std::string& text) {
  const auto remap = static_cast<recorder::Remap>(choice(text, recorder::kRemapNames));
  return [remap](ReplayOptions& options) { options.remap = remap; };
}

ReplayChange replay_timing(const std::string& text) {
  const auto scale = text == "none" ? 0 : text == "recorded" ? 1 : factor(text);
  return [scale](ReplayOptions& options) { options.time_scale = scale; };
}

ReplayChange replay_ignore(const std::vector<std::string>& pointers) {
  for (const auto& pointer : pointers) {
    try {
      [[maybe_unused]] const aws::Json::json_pointer read(pointer);
    } catch (const aws::Json::exception&) {
      throw std::invalid_argument("'" + pointer + "' is not a JSON Pointer, such as /Description");
    }
  }
  return [pointers](ReplayOptions& options) { options.ignore = pointers; };
}

}  // namespace stunt::harness
