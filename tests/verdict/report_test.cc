// SPDX-License-Identifier: MIT
#include "verdict/report/report.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "script.h"
#include "verdict/report/escape.h"
#include "world/calendar.h"

namespace stunt::verdict {
namespace {

using test::Line;
using test::Script;
using testing::HasSubstr;
using testing::Not;

const std::string kGolden = "tests/verdict/golden/";

/// One of each status, names that would break a report, and values that none may show.
Verdict everything() {
  Script script;
  script
      .add(Line("CreateSecret", {{"Name", "prod/db"}, {"SecretString", "hunter22"}})
               .attempt("i-1", 1)
               .struck_by("lose-first-answer")
               .ended(http::Delivery::End::reset))
      .add(Line("CreateSecret", {{"Name", "prod/db"}, {"SecretString", "hunter22"}})
               .attempt("i-1", 2))
      .add(Line("GetSecretValue", {{"SecretId", "<b>|\x1b[31m # ]]>"}})
               .error("ThrottlingException")
               .struck_by("bucket")
               .struck_by("slow-tail"))
      .add(Line("Eat\xff", aws::Json::object()).error("UnknownOperationException"))
      .add_open(Line("GetSecretValue", {{"SecretId", "prod/db"}}));
  auto evidence = script.evidence();
  evidence.exit = Exit{Exit::How::exited, 4};
  evidence.rules = {{"never-met", 0, 0, true}};
  const auto expect = test::expectations(R"(
- name: "a lost answer # is \"retried\" <once>"
  retry: { of: { operation: CreateSecret }, attempts: 3 }
- calls: { operation: CreateSecret, outcome: ok }
- calls: { operation: GetSecretValue, outcome: ok }
  count: { atLeast: 2 }
- invariant: oneCurrent
- never: { operation: GetSecretValue, outcome: throttled }
- never: { outcome: clientError }
)");
  return judge(expect, evidence,
               {"idempotency/lost-create", "lost-create.yaml", 7,
                R"(stunt run lost-create.yaml --seed 7 -- ./client --name 'it'\''s')",
                world::parse_rfc3339("2026-01-01T00:00:00Z")});
}

std::string text_of(const report::Format& format) {
  std::ostringstream out;
  format.write(everything(), out);
  return out.str();
}

void expect_golden(const std::string& text, const std::string& name) {
  // STUNT_UPDATE_GOLDEN=1 writes the golden files anew.
  if (std::getenv("STUNT_UPDATE_GOLDEN")) std::ofstream(kGolden + name, std::ios::binary) << text;
  EXPECT_EQ(text, test::read_file(kGolden + name));
}

TEST(Report, IsWrittenAsBefore) {
  for (const auto& format : report::formats()) {
    expect_golden(text_of(format), "everything." + std::string(format.name));
  }
}

TEST(Report, IsPaintedAsBefore) {
  std::ostringstream out;
  report::write_text(everything(), out, true);
  expect_golden(out.str(), "everything.color.text");
}

TEST(Report, ShowsNoValuesAndNoControlCharacters) {
  for (const auto& format : report::formats()) {
    const auto text = text_of(format);
    EXPECT_THAT(text, Not(HasSubstr("hunter22"))) << format.name;
    EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << format.name;
    EXPECT_THAT(text, Not(HasSubstr("\xff"))) << format.name;
  }
}

TEST(Report, NamesTheSeedAndHowToDoItAgain) {
  for (const auto& format : report::formats()) {
    EXPECT_THAT(text_of(format), HasSubstr("stunt run lost-create.yaml --seed 7 -- ./client"))
        << format.name;
  }
}

TEST(Report, IsKnownByItsName) {
  for (const auto& format : report::formats()) {
    EXPECT_EQ(report::format_of(format.name)->content_type, format.content_type);
  }
  EXPECT_FALSE(report::format_of("html"));
}

TEST(Escape, SpellsOutWhatATerminalWouldObey) {
  EXPECT_EQ(report::plain("a\nb\x7f\xc2\x9b\xe2\x80\xae\xff é…"),
            R"(a\x0ab\x7f\xc2\x9b\xe2\x80\xae\xff é…)");
  EXPECT_EQ(report::xml("<a b=\"c\">&\x01"), "&lt;a b=&quot;c&quot;&gt;&amp;\\x01");
  EXPECT_EQ(report::markdown("a|b_c`d"), "a\\|b\\_c\\`d");
  EXPECT_EQ(report::json_text("a\"b\n"), R"("a\"b\n")");
}

}  // namespace
}  // namespace stunt::verdict
