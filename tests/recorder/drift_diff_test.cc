// SPDX-License-Identifier: MIT
#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>

#include "player.h"
#include "recorder/drift/diff.h"
#include "recorder/drift/pair_exchanges.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::create;
using test::get;
using test::got;
using test::put;
using test::Tape;
using test::vault_service;
using testing::HasSubstr;
using testing::Not;

/// "1-1 2-3 4- -2": which seq belongs to which, a star behind those that moved.
std::string paired(Tape recorded, Tape other) {
  const auto there = recorded.transcript().exchanges, here = other.transcript().exchanges;
  std::string text;
  for (const auto& pair : pair_exchanges(there, here, vault_service())) {
    text += text.empty() ? "" : " ";
    if (pair.recorded) text += std::to_string(there[*pair.recorded].seq);
    text += "-";
    if (pair.other) text += std::to_string(here[*pair.other].seq);
    if (pair.moved) text += "*";
  }
  return text;
}

TEST(PairExchanges, PairsEqualRequestsInTheirOrder) {
  EXPECT_EQ(paired(Tape().add(get("a")).add(get("b")).add(get("a")),
                   Tape().add(get("a")).add(get("a")).add(get("b"))),
            "1-1 2-3* 3-2");
}

TEST(PairExchanges, TellsMissingAndExtraOnesWhereTheyStand) {
  EXPECT_EQ(paired(Tape().add(get("a")).add(get("b")).add(get("c")),
                   Tape().add(get("a")).add(get("x")).add(get("c")).add(get("y"))),
            "1-1 2- -2 3-3 -4");
}

TEST(PairExchanges, PairsWhatIsLeftByOperationAndSecret) {
  EXPECT_EQ(paired(Tape().add(Act("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "X"}})),
                   Tape().add(get("a"))),
            "1-1");
  EXPECT_EQ(paired(Tape().add(get("a")), Tape().add(put("a", "v"))), "1- -1");
}

TEST(PairExchanges, KeepsServicesApart) {
  const auto there = Tape().add(get("a")).transcript().exchanges;
  auto here = there;
  here[0].service = "another";
  EXPECT_EQ(pair_exchanges(there, here, vault_service()).size(), 2u);
}

struct Told {
  Totals totals;
  std::string text;
};

Told diff(Tape recorded, Tape other, bool json = false) {
  const auto one = recorded.file(), another = other.file();
  std::ostringstream out;
  const auto printer = json ? make_json_printer(out) : make_text_printer(out, false);
  const auto totals = diff_transcripts(one, another, vault_service(), {}, *printer);
  std::filesystem::remove(one);
  std::filesystem::remove(another);
  return {totals, out.str()};
}

Severities all() {
  Severities severities;
  severities.fill(true);
  return severities;
}

Tape session() {
  return Tape()
      .add(create("a", "secret-1").answer(200, {{"Name", "a"}}))
      .add(got("a", "secret-1"))
      .add(put("a", "secret-2").answer(200, {{"Name", "a"}}))
      .add(got("a", "secret-2"));
}

TEST(Diff, FindsTwoRunsEqual) {
  const auto [totals, text] = diff(session(), session());
  EXPECT_FALSE(totals.is_failure(all()));
  EXPECT_THAT(text, HasSubstr("4 exchanges: 4 equal, 0 different"));
}

TEST(Diff, TellsAnotherSecretAndShowsNone) {
  const auto [totals, text] =
      diff(session(), Tape()
                          .add(create("a", "other-1").answer(200, {{"Name", "a"}}))
                          .add(got("a", "other-1"))
                          .add(put("a", "other-2").answer(200, {{"Name", "a"}}))
                          .add(got("a", "other-1")));
  EXPECT_TRUE(totals.is_failure(all()));
  EXPECT_EQ(totals.of(Severity::data), 1u);
  EXPECT_THAT(text, HasSubstr("seq 4  GetSecretValue  a\n"
                              "  data    /SecretString\n"
                              "    - {{secret:2}}\n"
                              "    + {{secret:1}}\n"));
  EXPECT_THAT(text, Not(HasSubstr("other-1")));
}

TEST(Diff, TellsARequestThatIsAnother) {
  const auto [totals, text] =
      diff(Tape().add(Act("CreateSecret", {{"Name", "a"}, {"Description", "old"}})),
           Tape().add(Act("CreateSecret", {{"Name", "a"}, {"Description", "new"}})));
  EXPECT_THAT(text, HasSubstr("  data    request /Description\n    - old\n    + new\n"));
}

TEST(Diff, TellsHowAnAnswerEnded) {
  const auto [totals, text] =
      diff(Tape().add(get("a")), Tape().add(get("a").ended(http::Delivery::End::reset, 0)));
  EXPECT_EQ(totals.of(Severity::status), 1u);
  EXPECT_THAT(text, HasSubstr("    - 200\n    + reset\n"));
}

TEST(Diff, FailsForMissingAndExtraExchanges) {
  const auto [totals, text] =
      diff(Tape().add(get("a")).add(get("b")), Tape().add(get("b")).add(get("c")));
  EXPECT_TRUE(totals.is_failure({}));
  EXPECT_THAT(text, HasSubstr("- seq 1  GetSecretValue  a\n"));
  EXPECT_THAT(text, HasSubstr("+ seq 2  GetSecretValue  c\n"));
}

TEST(Diff, TellsAnotherOrderAndLetsItPass) {
  const auto [totals, text] =
      diff(Tape().add(get("a")).add(get("b")), Tape().add(get("b")).add(get("a")));
  EXPECT_FALSE(totals.is_failure(all()));
  EXPECT_THAT(text, HasSubstr("in another order, which is no difference: seq 1 (there 2)"));
}

TEST(Diff, CountsOnlyTheSeveritiesThatAreWanted) {
  const auto [totals, text] = diff(Tape().add(got("a", "x").answer(200, {{"Name", "a"}})),
                                   Tape().add(got("a", "x").answer(200, {{"Name", "b"}})));
  EXPECT_TRUE(totals.is_failure(all()));
  EXPECT_FALSE(totals.is_failure({true, true, true, false}));
}

TEST(Diff, WritesJsonLines) {
  const auto [totals, text] = diff(Tape().add(got("a", "x").answer(200, {{"Name", "a"}})),
                                   Tape().add(got("a", "x").answer(200, {{"Name", "b"}})), true);
  std::istringstream lines(text);
  std::string exchange, summary;
  std::getline(lines, exchange);
  std::getline(lines, summary);
  EXPECT_EQ(
      Json::parse(exchange),
      Json::parse(R"({"kind":"exchange","seq":1,"otherSeq":1,"op":"GetSecretValue","secret":"a",
              "result":"different","differences":[{"in":"answer","severity":"data","path":"/Name",
              "recorded":"a","live":"b"}]})"));
  EXPECT_EQ(Json::parse(summary)["severities"]["data"], 1);
}

}  // namespace
}  // namespace stunt::recorder
