// SPDX-License-Identifier: MIT
#include "scenarios/script/read_clock.h"

#include <array>

#include "input/quote.h"
#include "world/calendar.h"

namespace stunt::scenarios {

ClockSettings read_clock(const input::Value& value, const std::string& file) {
  static constexpr std::array<std::string_view, 3> kNames = {"mode", "start", "delays"};
  static constexpr std::array<std::string_view, 3> kModes = {"real", "virtual", "offset"};
  static constexpr std::array<std::string_view, 2> kDelays = {"real", "virtual"};
  using Mode = ClockSettings::Mode;

  ClockSettings clock;
  clock.at = {file, value.at().line, value.at().column};
  const auto object = value.object({kNames});
  if (!object) return clock;
  if (const auto mode = object->find("mode")) {
    clock.mode = static_cast<Mode>(mode->choice({kModes}).value_or(0));
  }
  if (const auto start = object->find("start")) {
    if (const auto text = start->text()) {
      clock.start = world::parse_rfc3339(*text);
      if (!clock.start) {
        start->wrong(input::quote(*text) + " is not a point in time",
                     "write one such as \"2026-01-01T00:00:00Z\"");
      } else if (clock.mode == Mode::real) {
        start->wrong("the machine's clock cannot start then", "add mode: virtual or mode: offset");
      }
    }
  }
  if (clock.mode == Mode::offset && !object->find("start")) {
    value.wrong("'start' is missing", "say when the clock starts, or leave 'mode' out");
  }
  if (const auto delays = object->find("delays")) {
    clock.delays_are_virtual = delays->choice({kDelays}) == 1;
    if (clock.delays_are_virtual && clock.mode != Mode::movable) {
      delays->wrong("only a virtual clock can be waited for", "add mode: virtual");
    }
  }
  return clock;
}

}  // namespace stunt::scenarios
