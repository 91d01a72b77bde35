// SPDX-License-Identifier: MIT
#include "emulator/rotation/schedule.h"

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "world/calendar.h"
#include "world/random.h"

namespace stunt::emulator {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::year_month_day;

world::Instant at(std::string_view text) { return *world::parse_rfc3339(text); }

std::string text(const Window& window) {
  return world::rfc3339(window.opens).substr(0, 16) + " " +
         world::rfc3339(last_moment(window)).substr(0, 16);
}

/// The next window behind noon of 1 January 2026, a Thursday: when it opens, its last minute.
std::string next(std::string_view expression, std::optional<std::string_view> duration = {}) {
  const auto schedule = Schedule::read(expression, duration);
  return schedule ? text(schedule->next_window(at("2026-01-01T12:00:00Z"))) : schedule.error();
}

std::string wrong(std::string_view expression, std::optional<std::string_view> duration = {}) {
  const auto schedule = Schedule::read(expression, duration);
  return schedule ? "nothing wrong" : schedule.error();
}

TEST(Schedule, OpensAtMidnightForARateInDays) {
  EXPECT_EQ(next("rate(1 day)"), "2026-01-02T00:00 2026-01-02T23:59");
  EXPECT_EQ(next("rate(10 days)"), "2026-01-11T00:00 2026-01-11T23:59");
  EXPECT_EQ(next("rate(1 days)"), next("rate(1 day)"));
  EXPECT_EQ(next("rate(999 days)"), "2028-09-26T00:00 2028-09-26T23:59");
}

TEST(Schedule, OpensForAnHourForARateInHours) {
  EXPECT_EQ(next("rate(4 hours)"), "2026-01-01T16:00 2026-01-01T16:59");
  EXPECT_EQ(next("rate(12 hours)"), "2026-01-02T00:00 2026-01-02T00:59");
  EXPECT_EQ(next("rate(24 hour)"), "2026-01-02T00:00 2026-01-02T00:59");
}

TEST(Schedule, CountsAutomaticallyAfterDaysFromTheDay) {
  const auto schedule = Schedule::every(days(30), std::nullopt);
  EXPECT_EQ(text(schedule->next_window(at("2026-01-01T23:59:59.999Z"))),
            "2026-01-31T00:00 2026-01-31T23:59");
  EXPECT_EQ(text(schedule->next_window(at("2026-01-02T00:00:00Z"))),
            "2026-02-01T00:00 2026-02-01T23:59");
}

TEST(Schedule, HasTheLengthThatDurationSays) {
  EXPECT_EQ(next("rate(1 day)", "3h"), "2026-01-02T00:00 2026-01-02T02:59");
  EXPECT_EQ(next("rate(4 hours)", "4h"), "2026-01-01T16:00 2026-01-01T19:59");
  EXPECT_EQ(next("cron(0 16 1,15 * ? *)", "2h"), "2026-01-01T16:00 2026-01-01T17:59");
  EXPECT_EQ(next("rate(1 day)", "24h"), next("rate(1 day)"));
}

TEST(Schedule, ClosesAtMidnightWhateverTheHourAtWhichItOpens) {
  const auto schedule = Schedule::read("rate(23 hours)", "23h");
  auto after = at("2026-01-01T00:00:00Z");
  for (int i = 0; i < 24; ++i) {
    const auto window = schedule->next_window(after);
    const world::Instant midnight = floor<days>(window.opens) + days(1);
    EXPECT_EQ(window.closes, std::min(window.opens + hours(23), midnight));
    EXPECT_TRUE(i == 0 || window.opens == after + hours(23));
    after = window.opens;
  }
}

TEST(Schedule, RefusesADurationIntoTheNextWindowOrDay) {
  const auto sentence =
      "The rotation window must not extend into the next rotation window or the next UTC day.";
  EXPECT_EQ(wrong("rate(1 day)", "25h"), sentence);
  EXPECT_EQ(wrong("rate(4 hours)", "5h"), sentence);
  EXPECT_EQ(wrong("rate(48 hours)", "25h"), sentence);
  EXPECT_EQ(wrong("cron(0 16 * * ? *)", "9h"), sentence);
  EXPECT_EQ(wrong("cron(0 16 * * ? *)", "8h"), "nothing wrong");
  EXPECT_EQ(wrong("cron(0 2/6 * * ? *)", "5h"), sentence);
  EXPECT_EQ(wrong("cron(0 2/6 * * ? *)", "4h"), "nothing wrong");
}

TEST(Schedule, RefusesADurationThatIsNone) {
  for (const char* duration : {"0h", "00h", "h", "", "3", "h3", "-1h", "3hh", "99999999999h"}) {
    EXPECT_EQ(wrong("rate(1 day)", duration), "A window is open for at least one hour.")
        << duration;
  }
}

TEST(Schedule, ReadsTheExamplesOfAws) {
  EXPECT_EQ(next("cron(0 10 * * ? *)"), "2026-01-02T10:00 2026-01-02T23:59");
  EXPECT_EQ(next("cron(0 18 ? * SAT *)"), "2026-01-03T18:00 2026-01-03T23:59");
  EXPECT_EQ(next("cron(0 8 1 * ? *)"), "2026-02-01T08:00 2026-02-01T23:59");
  EXPECT_EQ(next("cron(0 1 ? 1/3 SUN *)"), "2026-01-04T01:00 2026-01-04T23:59");
  EXPECT_EQ(next("cron(0 17 L * ? *)"), "2026-01-31T17:00 2026-01-31T23:59");
  EXPECT_EQ(next("cron(0 8 ? * MON-FRI *)"), "2026-01-02T08:00 2026-01-02T23:59");
  EXPECT_EQ(next("cron(0 0 ? * SUN#1 *)"), "2026-01-04T00:00 2026-01-04T23:59");
  EXPECT_EQ(next("cron(0 8/8 1-15 * ? *)"), "2026-01-01T16:00 2026-01-01T16:59");
}

TEST(Schedule, KnowsTheLastDayOfAMonthAndTheLastOfAWeekday) {
  EXPECT_EQ(next("cron(0 0 L FEB ? *)"), "2026-02-28T00:00 2026-02-28T23:59");
  EXPECT_EQ(next("cron(0 0 15,L * ? *)"), "2026-01-15T00:00 2026-01-15T23:59");
  EXPECT_EQ(next("cron(0 0 ? * SUNL *)"), "2026-01-25T00:00 2026-01-25T23:59");
  EXPECT_EQ(next("cron(0 0 ? * 7L *)"), "2026-01-31T00:00 2026-01-31T23:59");
  EXPECT_EQ(next("cron(0 0 ? * L *)"), "2026-01-03T00:00 2026-01-03T23:59");
}

TEST(Schedule, KnowsTheNthWeekdayOfAMonth) {
  EXPECT_EQ(next("cron(0 10 ? FEB,MAY,AUG,NOV TUE#2 *)"), "2026-02-10T10:00 2026-02-10T23:59");
  EXPECT_EQ(next("cron(0 0 ? * 5#5 *)"), "2026-01-29T00:00 2026-01-29T23:59");
  EXPECT_EQ(next("cron(0 0 ? * MON#1,WED *)"), "2026-01-05T00:00 2026-01-05T23:59");
}

TEST(Schedule, WaitsForALeapDay) {
  EXPECT_EQ(next("cron(0 5 29 2 ? *)"), "2028-02-29T05:00 2028-02-29T23:59");
  const auto schedule = Schedule::read("cron(0 5 29 FEB ? *)", std::nullopt);
  EXPECT_EQ(text(schedule->next_window(at("2096-03-01T00:00:00Z"))),
            "2104-02-29T05:00 2104-02-29T23:59");
}

TEST(Schedule, RefusesDaysThatNeverCome) {
  EXPECT_EQ(wrong("cron(0 5 31 2 ? *)"), "No day fits the cron expression.");
  EXPECT_EQ(wrong("cron(0 5 30-31 FEB ? *)"), "No day fits the cron expression.");
  EXPECT_EQ(wrong("cron(0 5 31 APR,JUN,SEP,NOV ? *)"), "No day fits the cron expression.");
  EXPECT_EQ(wrong("cron(0 5 ? FEB SUN#5 *)"), "nothing wrong");
}

TEST(Schedule, RefusesMoreThanEveryFourHours) {
  const auto sentence = "A secret can be rotated every four hours at most.";
  EXPECT_EQ(wrong("rate(3 hours)"), sentence);
  EXPECT_EQ(wrong("cron(0 */3 * * ? *)"), sentence);
  EXPECT_EQ(wrong("cron(0 /7 * * ? *)"), sentence);
  EXPECT_EQ(wrong("cron(0 */4 * * ? *)"), "nothing wrong");
  EXPECT_EQ(wrong("cron(0 /4 * * ? *)"), "nothing wrong");
}

TEST(Schedule, SaysWhichFieldIsWrong) {
  EXPECT_EQ(wrong("cron(5 10 * * ? *)"), "The Minutes field of a cron expression must be 0.");
  EXPECT_EQ(wrong("cron(0 10 * * ? 2026)"), "The Year field of a cron expression must be *.");
  for (const char* hour : {"24", "-1", "x", "8,20", "8-20", "*", "8/0", "/", "8/"}) {
    EXPECT_EQ(wrong("cron(0 " + std::string(hour) + " * * ? *)"),
              "The Hours field of a cron expression is not valid.")
        << hour;
  }
  for (const char* day : {"0", "32", "5-1", "1,", ",1", "1//2", "15W", "LW", "L-3", "MON", "1#2"}) {
    EXPECT_EQ(wrong("cron(0 1 " + std::string(day) + " * ? *)"),
              "The Day-of-month field of a cron expression is not valid.")
        << day;
  }
  for (const char* month : {"0", "13", "?", "L", "JANUARY", "DEC-JAN", "1/13"}) {
    EXPECT_EQ(wrong("cron(0 1 1 " + std::string(month) + " ? *)"),
              "The Month field of a cron expression is not valid.")
        << month;
  }
  for (const char* day : {"0", "8", "SUN#0", "SUN#6", "#2", "8L", "LL", "FRI-MON", "JAN"}) {
    EXPECT_EQ(wrong("cron(0 1 ? * " + std::string(day) + " *)"),
              "The Day-of-week field of a cron expression is not valid.")
        << day;
  }
}

TEST(Schedule, WantsOneOfTheDaysToBeAQuestionMark) {
  const auto sentence = "One of the fields Day-of-month and Day-of-week must be ?, and not both.";
  EXPECT_EQ(wrong("cron(0 1 ? * ? *)"), sentence);
  EXPECT_EQ(wrong("cron(0 1 * * * *)"), sentence);
  EXPECT_EQ(wrong("cron(0 1 1 * MON *)"), sentence);
}

TEST(Schedule, RefusesWhatIsNoExpression) {
  for (const char* expression :
       {"", "rate", "rate(", "rate)", "daily", "Rate(1 day)", "rate(1 day) ", "at(1 day)"}) {
    EXPECT_EQ(wrong(expression), "A schedule expression is rate(...) or cron(...).") << expression;
  }
  for (const char* expression : {"rate()", "rate(1)", "rate(day)", "rate(0 days)", "rate(-1 day)",
                                 "rate(1 week)", "rate(1 day days)", "rate(1.5 days)"}) {
    EXPECT_EQ(wrong(expression),
              "A rate is a positive number and a unit: hour, hours, day or days.")
        << expression;
  }
  EXPECT_EQ(wrong("rate(1000 days)"), "The longest rotation period is 999 days.");
  EXPECT_EQ(wrong("rate(23977 hours)"), "The longest rotation period is 999 days.");
  EXPECT_EQ(wrong("cron(0 1 1 * ?)"), "A cron expression has six fields.");
  EXPECT_EQ(wrong("cron(0 1 1 * ? * *)"), "A cron expression has six fields.");
  EXPECT_EQ(next("cron( 0  10 * * ?  * )"), next("cron(0 10 * * ? *)"));
  EXPECT_EQ(next("cron(0 10 ? jan sat *)"), next("cron(0 10 ? JAN SAT *)"));
}

// The same by other means: an hour at a time, with the fields read anew for each.

std::vector<std::string> parts(const std::string& list, char between) {
  std::vector<std::string> found(1);
  for (const char c : list) {
    if (c == between) {
      found.emplace_back();
    } else {
      found.back() += c;
    }
  }
  return found;
}

std::string numbered(std::string field, std::initializer_list<const char*> names) {
  int number = 0;
  for (const std::string name : names) {
    ++number;
    for (auto found = field.find(name); found != field.npos; found = field.find(name)) {
      field.replace(found, name.size(), std::to_string(number));
    }
  }
  return field;
}

bool item_has(const std::string& item, int value, int least, int most) {
  const auto halves = parts(item, '/');
  int first = least, last = most;
  const int step = halves.size() == 2 ? std::stoi(halves[1]) : 1;
  if (std::sscanf(halves[0].c_str(), "%d-%d", &first, &last) == 1 && halves.size() == 1) {
    last = first;
  }
  return value >= first && value <= last && (value - first) % step == 0;
}

bool list_has(const std::string& list, int value, int least, int most) {
  for (const auto& item : parts(list, ',')) {
    if (item_has(item, value, least, most)) return true;
  }
  return false;
}

bool day_fits(const std::string& of_month, const std::string& of_week, sys_days day) {
  const year_month_day date(day);
  const int number = static_cast<int>(unsigned(date.day()));
  const bool is_last = year_month_day(day + days(1)).month() != date.month();
  if (of_week == "?") {
    for (const auto& item : parts(of_month, ',')) {
      if (item == "L" ? is_last : item_has(item, number, 1, 31)) return true;
    }
    return false;
  }
  const int weekday = static_cast<int>(std::chrono::weekday(day).c_encoding()) + 1;
  for (const auto& item : parts(of_week, ',')) {
    int wanted = 7, nth = 0;
    if (std::sscanf(item.c_str(), "%d#%d", &wanted, &nth) == 2) {
      if (weekday == wanted && (number + 6) / 7 == nth) return true;
    } else if (item == "L") {
      if (weekday == 7) return true;
    } else if (item.back() == 'L') {
      const bool last = year_month_day(day + days(7)).month() != date.month();
      if (weekday == wanted && last) return true;
    } else if (item_has(item, weekday, 1, 7)) {
      return true;
    }
  }
  return false;
}

world::Instant walk(const std::string& expression, world::Instant after) {
  auto fields = parts(expression.substr(5, expression.size() - 6), ' ');
  fields[3] = numbered(fields[3], {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP",
                                   "OCT", "NOV", "DEC"});
  fields[4] = numbered(fields[4], {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"});
  for (auto hour = world::Instant(floor<hours>(after)) + hours(1);; hour += hours(1)) {
    const auto day = floor<days>(hour);
    const int month = static_cast<int>(unsigned(year_month_day(day).month()));
    if (list_has(fields[1], static_cast<int>((hour - day) / hours(1)), 0, 23) &&
        list_has(fields[3], month, 1, 12) && day_fits(fields[2], fields[4], day)) {
      return hour;
    }
  }
}

/// Expressions made by chance, all of them valid.
class Dice {
 public:
  explicit Dice(std::uint64_t number) : number_(number) {}

  int upto(int most) {
    const auto drawn = random_.draw({"dice", std::to_string(number_)}, ++rolled_);
    return static_cast<int>(drawn % static_cast<unsigned>(most + 1));
  }

  std::string pick(const std::vector<std::string>& choices) {
    return choices[static_cast<std::size_t>(upto(static_cast<int>(choices.size()) - 1))];
  }

  std::string number(int least, int most) { return std::to_string(least + upto(most - least)); }

  std::string cron() {
    const auto hour = pick({number(0, 23), number(0, 3) + "/4", "*/12", "/8", number(0, 7) + "/8"});
    const auto month = pick({"*", number(1, 12), number(1, 6) + "-" + number(7, 12), "1/3",
                             "FEB,MAY", "JAN-JUN/2", number(1, 12) + ",DEC"});
    const auto of_month = pick({"*", number(1, 28), "L", "1/10", "*/7", "/9",
                                number(1, 9) + "-" + number(10, 28), "29,L", number(1, 28) + ",L"});
    const auto of_week = pick({"*", number(1, 7), "L", "SUNL", number(1, 7) + "L", "MON-FRI",
                               number(1, 7) + "#" + number(1, 4), "2/2", "TUE#2,SAT", "*/3"});
    const bool by_week = upto(1) == 1;
    return "cron(0 " + hour + " " + (by_week ? "?" : of_month) + " " + month + " " +
           (by_week ? of_week : "?") + " *)";
  }

  world::Instant moment() {
    return at("2023-01-01T00:00:00Z") + hours(upto(24 * 365 * 6)) +
           world::Duration(upto(1) * upto(3'599'999'999 / 2));
  }

 private:
  const world::Random random_{7};
  const std::uint64_t number_;
  std::uint64_t rolled_ = 0;
};

TEST(ScheduleProperty, FindsTheHourThatAWalkFinds) {
  for (std::uint64_t number = 0; number < 150; ++number) {
    Dice dice(number);
    const auto expression = dice.cron();
    const auto after = dice.moment();
    const auto schedule = Schedule::read(expression, std::nullopt);
    ASSERT_TRUE(schedule) << expression << ": " << schedule.error();
    EXPECT_EQ(world::rfc3339(schedule->next_window(after).opens),
              world::rfc3339(walk(expression, after)))
        << expression << " after " << world::rfc3339(after);
  }
}

TEST(ScheduleProperty, GoesForwardAndWindowsNeverMeet) {
  for (std::uint64_t number = 0; number < 400; ++number) {
    Dice dice(number);
    const auto expression = dice.pick({dice.cron(), "rate(" + dice.number(4, 100) + " hours)",
                                       "rate(" + dice.number(1, 50) + " days)"});
    const auto schedule = Schedule::read(expression, std::nullopt);
    ASSERT_TRUE(schedule) << expression << ": " << schedule.error();
    auto after = dice.moment();
    Window last{after, after};
    for (int i = 0; i < 20; ++i) {
      const auto window = schedule->next_window(after);
      EXPECT_GT(window.opens, after) << expression;
      EXPECT_GE(window.opens, last.closes) << expression;
      EXPECT_LE(window.closes, floor<days>(window.opens) + days(1)) << expression;
      EXPECT_LE(window.opens, schedule->next_window(after + hours(dice.upto(50))).opens);
      after = window.opens;
      last = window;
    }
  }
}

}  // namespace
}  // namespace stunt::emulator
