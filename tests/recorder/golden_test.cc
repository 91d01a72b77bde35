// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "recorder/show/show.h"
#include "recorder/transcript/reader.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using test::Act;

const std::filesystem::path kGolden = "tests/recorder/golden";

/// One of each: a write, a read, faults before and after, a client that leaves, a broken body,
/// answers that are cut off or never sent.
test::Tape everything() {
  const aws::Json secret = {{"user", "app"}, {"password", "hunter22"}, {"port", 5432}};
  const aws::Json throttled = {{"__type", "ThrottlingException"}, {"message", "Rate exceeded"}};
  const std::string arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-a1B2c3";
  const std::string token = "11111111-1111-4111-8111-111111111111";
  const aws::Json created = {{"ARN", arn}, {"Name", "prod/db"}, {"VersionId", token}};
  test::Tape tape;
  tape.add(Act("CreateSecret", {{"Name", "prod/db"},
                                {"ClientRequestToken", token},
                                {"Description", "user app, password hunter22"},
                                {"SecretString", secret.dump()}})
               .answer(200, created)
               .applied(true)
               .attempt("inv-1", 1));
  tape.add(Act("GetSecretValue", {{"SecretId", "prod/db"}})
               .answer(400, throttled)
               .answer_header("x-amz-retry-after", "300")
               .fault({.rule = "throttled",
                       .action = "error:ThrottlingException",
                       .u = 0.125,
                       .p = 0.5,
                       .ordinal = 1})
               .attempt("inv-2", 1));
  tape.add(Act("GetSecretValue", {{"SecretId", "prod/db"}})
               .answer(200, {{"ARN", arn},
                             {"Name", "prod/db"},
                             {"VersionId", token},
                             {"SecretString", secret.dump()},
                             {"VersionStages", {"AWSCURRENT"}},
                             {"CreatedDate", 1767225600.123}})
               .fault({.rule = "slow", .action = "delay:250000us", .ordinal = 2})
               .took(120us, 250ms)
               .attempt("inv-2", 2)
               .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
  tape.add(Act("PutSecretValue", {{"SecretId", arn}, {"SecretBinary", "aHVudGVyMjI="}})
               .answer(500, {{"__type", "InternalServiceError"}, {"Message", "lost"}})
               .real(200, created)
               .applied(true)
               .fault({.rule = "lost", .phase = aws::Phase::after, .action = "error:Internal"}));
  tape.add(Act("GetSecretValue", {{"SecretId", "prod/db"}})
               .answer(200, {{"Name", "prod/db"}, {"SecretString", "hunter22"}})
               .ended(http::Delivery::End::client_gone, 0));
  tape.add(Act("EatSecret", {{"SecretId", "prod/db"}})
               .answer(400, {{"__type", "UnknownOperationException"}}));
  tape.add(Act("GetSecretValue", {})
               .raw_body("{\"SecretId\":")
               .answer(400, {{"__type", "SerializationException"}})
               .without_header("Authorization"));
  tape.add(Act("GetSecretValue", {{"SecretId", "prod/db"}})
               .answer(200, {{"Name", "prod/db"}, {"SecretString", "hunter22"}})
               .wire({.end = http::Wire::End::close, .body_bytes = 17})
               .fault({.rule = "cut", .phase = aws::Phase::after, .action = "truncate:17"})
               .ended(http::Delivery::End::closed, 61));
  tape.add(Act("PutSecretValue", {{"SecretId", "prod/db"}, {"SecretString", "hunter33"}})
               .answer(200, created)
               .wire({.end = http::Wire::End::reset, .silent = true})
               .fault({.rule = "lost", .phase = aws::Phase::after, .action = "connection:reset"})
               .applied(true)
               .ended(http::Delivery::End::reset, 0));
  return tape;
}

void expect_golden(const std::string& text, const std::string& name) {
  // STUNT_UPDATE_GOLDEN=1 writes the golden files anew.
  if (std::getenv("STUNT_UPDATE_GOLDEN")) std::ofstream(kGolden / name, std::ios::binary) << text;
  EXPECT_EQ(text, test::read_file(kGolden / name));
}

TEST(Golden, TranscriptIsWrittenAsBefore) {
  expect_golden(everything().text(), "everything.jsonl");
}

TEST(Golden, TranscriptIsTheSameAfterARoundTrip) {
  const auto text = test::read_file(kGolden / "everything.jsonl");
  const auto transcript = read_transcript_text(text, "everything.jsonl");
  EXPECT_EQ(write_transcript(transcript), text);
  EXPECT_TRUE(transcript.notes.empty());
}

TEST(Golden, TableIsPrintedAsBefore) {
  auto transcript = read_transcript(kGolden / "everything.jsonl");
  // Times as a machine has them; the file's own are 0.
  for (auto& line : transcript.exchanges) line.at = line.t;
  for (const bool color : {false, true}) {
    std::ostringstream out;
    show(transcript, out, {.color = color});
    expect_golden(out.str(), color ? "everything.color.txt" : "everything.txt");
  }
}

struct Seen {
  const char* name;
  Look look;
  bool unicode = true;
};

class GoldenView : public testing::TestWithParam<Seen> {};

TEST_P(GoldenView, IsPrintedAsBefore) {
  auto transcript = read_transcript(kGolden / "everything.jsonl");
  for (auto& line : transcript.exchanges) {
    line.at = line.t;
    line.dur.engine += 120ms;
  }
  std::ostringstream out;
  show(transcript, out, {.look = GetParam().look, .unicode = GetParam().unicode});
  expect_golden(out.str(), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(Views, GoldenView,
                         testing::Values(Seen{"everything.attempts.txt", Look::attempts},
                                         Seen{"everything.waterfall.txt", Look::waterfall},
                                         Seen{"everything.waterfall.ascii.txt", Look::waterfall,
                                              false},
                                         Seen{"everything.full.txt", Look::detail}));

}  // namespace
}  // namespace stunt::recorder
