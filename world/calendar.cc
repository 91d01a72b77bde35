// SPDX-License-Identifier: MIT
#include "world/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace stunt::world {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

struct Split {
  year_month_day date;
  std::chrono::hh_mm_ss<Duration> time;
  unsigned weekday;
};

Split split(Instant at) {
  const auto midnight = floor<days>(at);
  return {year_month_day(midnight), std::chrono::hh_mm_ss<Duration>(at - midnight),
          std::chrono::weekday(midnight).c_encoding()};
}

/// Reads exactly `text`'s digits as a number; -1 if there is anything else in it.
int number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && text.front() != '-' ? value
                                                                                         : -1;
}

constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Parts as number() reads them; nothing if there is no such instant.
std::optional<Instant> instant(int y, int mo, int d, int h, int mi, int s) {
  const year_month_day date{year(y), month(unsigned(mo)), day(unsigned(d))};
  if (y < 0 || mo < 0 || d < 0 || !date.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 ||
      s > 59) {
    return std::nullopt;
  }
  return Instant(std::chrono::sys_days(date)) + std::chrono::hours(h) + std::chrono::minutes(mi) +
         std::chrono::seconds(s);
}

}  // namespace

std::string http_date(Instant at) {
  const Split s = split(at);
  std::array<char, 64> text;
  const int size = std::snprintf(
      text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", kDays[s.weekday].data(),
      unsigned(s.date.day()), kMonths[unsigned(s.date.month()) - 1].data(), int(s.date.year()),
      int(s.time.hours().count()), int(s.time.minutes().count()), int(s.time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string rfc3339(Instant at) {
  const Split s = split(at);
  std::array<char, 64> text;
  const int size =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                    int(s.date.year()), unsigned(s.date.month()), unsigned(s.date.day()),
                    int(s.time.hours().count()), int(s.time.minutes().count()),
                    int(s.time.seconds().count()), int(s.time.subseconds().count() / 1000));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  // 2026-11-24T02:30:00[.ffffff]Z
  if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':' || text.back() != 'Z') {
    return std::nullopt;
  }
  const auto seconds =
      instant(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)),
              number(text.substr(11, 2)), number(text.substr(14, 2)), number(text.substr(17, 2)));
  if (!seconds) return std::nullopt;
  int micros = 0;
  if (text.size() > 20) {
    const auto digits = text.substr(20, text.size() - 21);
    if (text[19] != '.' || digits.empty() || digits.size() > 6) return std::nullopt;
    micros = number(digits);
    if (micros < 0) return std::nullopt;
    for (auto i = digits.size(); i < 6; ++i) micros *= 10;
  }
  return *seconds + Duration(micros);
}

std::optional<Instant> parse_http_date(std::string_view text) {
  // Sun, 06 Nov 1994 08:49:37 GMT
  if (text.size() != 29 || text.substr(3, 2) != ", " || text[7] != ' ' || text[11] != ' ' ||
      text[16] != ' ' || text[19] != ':' || text[22] != ':' || !text.ends_with(" GMT") ||
      std::find(kDays.begin(), kDays.end(), text.substr(0, 3)) == kDays.end()) {
    return std::nullopt;
  }
  const auto name = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  if (name == kMonths.end()) return std::nullopt;
  return instant(number(text.substr(12, 4)), int(name - kMonths.begin()) + 1,
                 number(text.substr(5, 2)), number(text.substr(17, 2)), number(text.substr(20, 2)),
                 number(text.substr(23, 2)));
}

std::string iso8601_basic(Instant at) {
  const Split s = split(at);
  std::array<char, 64> text;
  const int size =
      std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", int(s.date.year()),
                    unsigned(s.date.month()), unsigned(s.date.day()), int(s.time.hours().count()),
                    int(s.time.minutes().count()), int(s.time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<Instant> parse_iso8601_basic(std::string_view text) {
  // 20261124T023000Z
  if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return std::nullopt;
  return instant(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)),
                 number(text.substr(9, 2)), number(text.substr(11, 2)), number(text.substr(13, 2)));
}

Instant start_of_day(Instant at) { return floor<days>(at); }

}  // namespace stunt::world
