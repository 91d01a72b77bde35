// SPDX-License-Identifier: MIT
#include <cstdlib>

#include <gtest/gtest.h>

#include "formats.h"

namespace stunt::recorder {
namespace {

const std::filesystem::path kGolden = "tests/recorder/golden";

void expect_golden(const std::string& text, const std::string& name) {
  // STUNT_UPDATE_GOLDEN=1 writes the golden files anew.
  if (std::getenv("STUNT_UPDATE_GOLDEN")) std::ofstream(kGolden / name, std::ios::binary) << text;
  EXPECT_EQ(text, test::read_file(kGolden / name));
}

std::string everything() { return test::read_file(kGolden / "everything.jsonl"); }

struct Case {
  ExportFormat format;
  const char* file;
};

class Export : public testing::TestWithParam<Case> {};

TEST_P(Export, IsWrittenAsBefore) {
  Losses losses;
  const auto text = test::exported(everything(), GetParam().format, losses);
  expect_golden(text, GetParam().file);
  expect_golden(test::printed(losses), std::string(GetParam().file) + ".lost");
}

INSTANTIATE_TEST_SUITE_P(Formats, Export,
                         testing::Values(Case{ExportFormat::har, "everything.har"},
                                         Case{ExportFormat::wiremock, "everything.wiremock.json"},
                                         Case{ExportFormat::curl, "everything.sh"},
                                         Case{ExportFormat::scenario, "everything.yaml"},
                                         Case{ExportFormat::otlp, "everything.otlp.json"}));

TEST(Har, CarriesAWholeTranscript) {
  Losses losses;
  const auto back = test::imported(test::exported(everything(), ExportFormat::har), losses);
  EXPECT_EQ(write_transcript(back), everything());
  EXPECT_EQ(test::printed(losses), "");
}

TEST(Wiremock, IsTheSameAfterARoundTrip) {
  const auto once = test::exported(everything(), ExportFormat::wiremock);
  const auto back = write_transcript(test::imported(once));
  auto again = test::exported(back, ExportFormat::wiremock);
  // Numbers of exchanges begin anew; nothing else does.
  auto expected = aws::Json::parse(once), found = aws::Json::parse(again);
  for (auto* json : {&expected, &found}) {
    for (auto& mapping : (*json)["mappings"]) mapping["metadata"]["stunt"].erase("seq");
  }
  EXPECT_EQ(found.dump(1), expected.dump(1));
  // From then on not a byte changes.
  const auto third =
      test::exported(write_transcript(test::imported(again)), ExportFormat::wiremock);
  EXPECT_EQ(third, again);
}

class ForeignFile : public testing::TestWithParam<const char*> {};

TEST_P(ForeignFile, IsImportedAsBefore) {
  const std::string name = std::string("foreign/") + GetParam();
  Losses losses;
  const auto text = write_transcript(test::imported(test::read_file(kGolden / name), losses));
  expect_golden(text, name + ".jsonl");
  expect_golden(test::printed(losses), name + ".lost");
  EXPECT_EQ(text.find("PLANTED"), std::string::npos);
  EXPECT_TRUE(read_transcript_text(text, "imported").notes.empty());
}

INSTANTIATE_TEST_SUITE_P(Formats, ForeignFile,
                         testing::Values("browser.har", "wiremock.json", "hoverfly.json",
                                         "vcrpy.yaml", "vcr.yaml", "go-vcr.yaml"));

}  // namespace
}  // namespace stunt::recorder
