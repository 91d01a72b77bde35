// SPDX-License-Identifier: MIT
#include "input/source_text.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "parsed.h"

namespace stunt::input {
namespace {

using test::complaints;

std::string checked(std::string_view text) {
  Problems problems("f");
  SourceText::check(text, problems);
  return complaints(problems);
}

TEST(SourceText, TellsPositionsInCharacters) {
  Problems problems("f");
  const auto source = SourceText::check("ab\nüöx\n\nend", problems);
  ASSERT_TRUE(source);
  EXPECT_EQ(source->position(0), (Position{1, 1}));
  EXPECT_EQ(source->position(2), (Position{1, 3}));
  EXPECT_EQ(source->position(3), (Position{2, 1}));
  EXPECT_EQ(source->position(5), (Position{2, 2}));
  EXPECT_EQ(source->position(7), (Position{2, 3}));
  EXPECT_EQ(source->position(9), (Position{3, 1}));
  EXPECT_EQ(source->position(10), (Position{4, 1}));
  EXPECT_EQ(source->position(999), (Position{4, 4}));
  EXPECT_EQ(source->line(2), "üöx");
  EXPECT_EQ(source->line(4), "end");
  EXPECT_EQ(source->line(5), "");
  EXPECT_EQ(source->line(0), "");
}

TEST(SourceText, TellsPositionsInLongLines) {
  Problems problems("f");
  std::string text = "x\n";
  for (int i = 0; i < 1000; ++i) text += "ü";
  const auto source = SourceText::check(text, problems);
  for (std::size_t i = 0; i <= 1000; ++i) {
    EXPECT_EQ(source->position(2 + 2 * i), (Position{2, static_cast<int>(i) + 1}));
  }
}

TEST(SourceText, FindsTheLastContent) {
  Problems problems("f");
  const auto source = SourceText::check("a: # b\n - x#y # z\n# c - d\n\n  \n", problems);
  EXPECT_EQ(source->last_content(0, 999), (Position{2, 6}));
  EXPECT_EQ(source->last_content(0, 9), (Position{2, 2}));
  EXPECT_EQ(source->last_content(0, 7), (Position{1, 2}));
  EXPECT_EQ(source->last_content(18, 999), (Position{3, 1}));
  EXPECT_EQ(source->last_content(27, 30), (Position{5, 1}));
}

TEST(SourceText, DropsAByteOrderMark) {
  Problems problems("f");
  EXPECT_EQ(SourceText::check("\xEF\xBB\xBF"
                              "a",
                              problems)
                ->text(),
            "a");
}

TEST(SourceText, RefusesWhatIsNotUtf8) {
  EXPECT_EQ(checked("a\nbü\xff"), "f:2:3: byte 0xff is not UTF-8; save the file as UTF-8");
  for (const char* bytes :
       {"\x80", "\xC3", "\xC3(", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE2\x82"}) {
    EXPECT_EQ(checked(bytes).substr(0, 12), "f:1:1: byte ") << bytes;
  }
  for (const char* bytes : {"ü", "€", "😀", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(checked(bytes), "") << bytes;
  }
}

TEST(SourceText, RefusesControlCharacters) {
  EXPECT_EQ(checked("a: \x04"),
            "f:1:4: control character 0x04; remove it, or write it as an escape in double quotes");
  EXPECT_EQ(checked(std::string_view("\0", 1)).substr(0, 29), "f:1:1: control character 0x00");
  EXPECT_EQ(checked("\x7f").substr(0, 29), "f:1:1: control character 0x7f");
  EXPECT_EQ(checked("a\tb\r\nc"), "");
}

TEST(SourceText, HasALimit) {
  EXPECT_EQ(checked(std::string(kMostBytes, ' ')), "");
  EXPECT_EQ(checked(std::string(kMostBytes + 1, ' ')),
            "f: is larger than 1024 KiB; nothing that a person writes needs to be");
}

class ReadText : public testing::Test {
 protected:
  ReadText() { std::filesystem::create_directories(folder_); }
  ~ReadText() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& text) {
    const auto path = folder_ / "file.yaml";
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(ReadText, GivesTheBytes) {
  Problems problems("f");
  EXPECT_EQ(read_text(write("a: 1\r\n"), problems), "a: 1\r\n");
  EXPECT_TRUE(problems.empty());
}

TEST_F(ReadText, StopsReadingBehindTheLimit) {
  Problems problems("f");
  EXPECT_EQ(read_text(write(std::string(3 * kMostBytes, ' ')), problems)->size(), kMostBytes + 1);
}

TEST_F(ReadText, SaysWhyNot) {
  Problems problems("f");
  EXPECT_FALSE(read_text(folder_ / "missing.yaml", problems));
  EXPECT_FALSE(read_text(folder_, problems));
  EXPECT_EQ(complaints(problems),
            "f: cannot be read: No such file or directory\nf: is a directory; name a file in it");
}

TEST_F(ReadText, IsTheBeginningOfADocument) {
  EXPECT_EQ(read_document(write("a: [x]")).root().members.size(), 1u);
  const auto path = write("a: 1\na: 2\n");
  try {
    read_document(path);
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_EQ(bad.what(), path + ":2:1: the key 'a' stands here twice; the first is in line 1");
  }
  EXPECT_THROW(read_document(folder_ / "missing.yaml"), BadInput);
}

}  // namespace
}  // namespace stunt::input
