// SPDX-License-Identifier: MIT
#include "world/calendar.h"

#include <gtest/gtest.h>

namespace stunt::world {
namespace {

using namespace std::chrono_literals;

TEST(Calendar, WritesAnHttpDate) {
  EXPECT_EQ(http_date(*parse_rfc3339("1994-11-06T08:49:37Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(Instant{}), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(Calendar, WritesRfc3339WithMilliseconds) {
  EXPECT_EQ(rfc3339(*parse_rfc3339("2026-11-24T02:30:00Z") + 4999us), "2026-11-24T02:30:00.004Z");
}

TEST(Calendar, ReadsWhatItWrites) {
  for (const char* text :
       {"2026-11-24T02:30:00.123Z", "2024-02-29T23:59:59.999Z", "1970-01-01T00:00:00.000Z"}) {
    const auto at = parse_rfc3339(text);
    ASSERT_TRUE(at) << text;
    EXPECT_EQ(rfc3339(*at), text);
  }
}

TEST(Calendar, ReadsFractionsOfAnyLengthUpToMicroseconds) {
  const Instant base = *parse_rfc3339("2026-01-01T00:00:00Z");
  EXPECT_EQ(parse_rfc3339("2026-01-01T00:00:00.5Z"), base + 500ms);
  EXPECT_EQ(parse_rfc3339("2026-01-01T00:00:00.000001Z"), base + 1us);
}

TEST(Calendar, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "Z", "2026-11-24", "2026-11-24T02:30:00", "2026-11-24T02:30:00+01:00",
        "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00:0xZ", "-026-01-01T00:00:00Z"}) {
    EXPECT_FALSE(parse_rfc3339(text)) << text;
  }
}

TEST(Calendar, ReadsAnHttpDate) {
  for (const char* text : {"Sun, 06 Nov 1994 08:49:37 GMT", "Thu, 29 Feb 2024 23:59:59 GMT"}) {
    const auto at = parse_http_date(text);
    ASSERT_TRUE(at) << text;
    EXPECT_EQ(http_date(*at), text);
  }
  for (const char* text : {"", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 31 Feb 1994 08:49:37 GMT",
                           "Son, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Okt 1994 08:49:37 GMT",
                           "Sun, 06 Nov 1994 08:49:60 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"}) {
    EXPECT_FALSE(parse_http_date(text)) << text;
  }
}

TEST(Calendar, ReadsAndWritesTheBasicFormat) {
  EXPECT_EQ(iso8601_basic(*parse_rfc3339("2015-08-30T12:36:00.999Z")), "20150830T123600Z");
  EXPECT_EQ(parse_iso8601_basic("20150830T123600Z"), parse_rfc3339("2015-08-30T12:36:00Z"));
  for (const char* text : {"", "201", "20150830T123600", "20150830 123600Z", "2015-08-30T12:36Z",
                           "20150830T123660Z", "20150230T123600Z", "2015x830T123600Z"}) {
    EXPECT_FALSE(parse_iso8601_basic(text)) << text;
  }
}

TEST(Calendar, FindsMidnight) {
  EXPECT_EQ(rfc3339(start_of_day(*parse_rfc3339("2026-11-24T23:59:59.999Z"))),
            "2026-11-24T00:00:00.000Z");
}

}  // namespace
}  // namespace stunt::world
