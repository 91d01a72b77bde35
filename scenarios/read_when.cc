// SPDX-License-Identifier: MIT
#include "scenarios/read_when.h"

#include <array>
#include <string_view>

#include "input/duration.h"
#include "scenarios/read_match.h"

namespace stunt::scenarios {
namespace {

using input::Value;

/// A scenario's clock can be moved by years; nobody means more than ten.
constexpr world::Duration kLongest = std::chrono::days(3650);

std::optional<Window> read_window(const Value& value) {
  static constexpr std::array<std::string_view, 2> kNames = {"from", "to"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  const auto from = object->find("from"), to = object->find("to");
  if (value.entries().empty()) value.wrong("no bound", "give 'from', 'to' or both");
  Window window;
  if (from) window.from = from->duration(kLongest).value_or(world::Duration(0));
  if (to) window.to = to->duration(kLongest);
  if (window.to && *window.to <= window.from) {
    value.wrong("the window ends at " + input::format_duration(*window.to) +
                    ", no later than it begins, so that nothing is in it",
                "'to' must be more than 'from', " + input::format_duration(window.from));
  }
  return window;
}

}  // namespace

When read_when(const Value& value, Target& target) {
  When when;
  auto match = read_match(value, target, Judged::arrivals, counting_conditions());
  if (!match) return when;
  when.match = *std::move(match);
  if (const auto nth = value.find("nth")) when.nth = read_nth(*nth);
  if (const auto by = value.find("nthBy")) {
    when.nth_by = static_cast<NthBy>(by->choice({nth_by_names()}).value_or(0));
    if (!value.find("nth")) {
      by->wrong("'nthBy' says how 'nth' counts, and there is no 'nth'", "add one, or remove it");
    }
  }
  if (const auto probability = value.find("probability")) {
    when.probability = probability->number(0, 1);
  }
  if (const auto window = value.find("window")) when.window = read_window(*window);
  return when;
}

}  // namespace stunt::scenarios
