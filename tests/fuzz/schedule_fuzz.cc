// SPDX-License-Identifier: MIT
//
// A ScheduleExpression and, on a line of its own, a Duration. Either a sentence says what is wrong,
// or there is always a next window: it opens on the hour behind the moment that was asked about,
// and closes on the same day, before the one after it opens.
#include <cstdint>
#include <string>

#include "emulator/rotation/schedule.h"
#include "finding.h"
#include "world/calendar.h"

namespace {

using namespace stunt;
using emulator::Window;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

void check_window(const Window& window, world::Instant after) {
  test::expect(window.opens > after, "a window that was open already");
  test::expect(window.opens == floor<hours>(window.opens), "a window that opens between hours");
  test::expect(window.closes >= window.opens + hours(1), "a window shorter than an hour");
  test::expect(window.closes <= floor<days>(window.opens) + days(1), "a window beyond midnight");
}

void check_schedule(const emulator::Schedule& schedule, world::Instant after) {
  auto window = schedule.next_window(after);
  check_window(window, after);
  for (int i = 0; i < 10; ++i) {
    const auto next = schedule.next_window(window.opens);
    check_window(next, window.opens);
    test::expect(next.opens >= window.closes, "a window within another");
    test::expect(next.opens - window.opens >= hours(4), "windows too near");
    window = next;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view expression(reinterpret_cast<const char*>(data), size);
  std::optional<std::string_view> duration;
  if (const auto line = expression.find('\n'); line != expression.npos) {
    duration = expression.substr(line + 1);
    expression = expression.substr(0, line);
  }
  const auto schedule = emulator::Schedule::read(expression, duration);
  if (!schedule) {
    test::expect(schedule.error().ends_with('.'), "a problem without a sentence");
    return 0;
  }
  for (const char* after :
       {"1970-01-01T00:00:00Z", "2026-01-01T12:34:56Z", "2096-02-29T23:59:59Z"}) {
    check_schedule(*schedule, *world::parse_rfc3339(after));
  }
  return 0;
}
