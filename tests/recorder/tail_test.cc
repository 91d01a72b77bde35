// SPDX-License-Identifier: MIT
#include "recorder/show/tail.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tape.h"

namespace stunt::recorder {
namespace {

class TailTest : public testing::Test {
 protected:
  ~TailTest() override {
    std::filesystem::remove(path_);
    std::filesystem::remove(aside_);
  }

  void write(const std::string& text, std::ios::openmode mode = std::ios::app) {
    std::ofstream(path_, std::ios::binary | mode) << text;
  }

  /// All that is new; "|" stands where a file begins.
  std::string news() {
    std::string news;
    for (auto piece = tail_.next(); !piece.bytes.empty(); piece = tail_.next()) {
      news.append(piece.is_first ? "|" : "").append(piece.bytes);
    }
    return news;
  }

  const std::filesystem::path path_ = test::fresh_path(".jsonl");
  const std::filesystem::path aside_ = test::fresh_path(".aside.jsonl");
  Tail tail_{path_};
};

TEST_F(TailTest, TellsWhatIsAppended) {
  write("one\ntw");
  EXPECT_EQ(news(), "|one\ntw");
  EXPECT_EQ(news(), "");
  write("o\n");
  EXPECT_EQ(news(), "o\n");
}

TEST_F(TailTest, WaitsForAFileThatIsNotThereYet) {
  EXPECT_EQ(news(), "");
  write("one\n");
  EXPECT_EQ(news(), "|one\n");
}

TEST_F(TailTest, BeginsAnewWhereTheFileWasTruncated) {
  write("one\ntwo\n");
  EXPECT_EQ(news(), "|one\ntwo\n");
  write("new\n", std::ios::trunc);
  EXPECT_EQ(news(), "|new\n");
}

TEST_F(TailTest, ReadsAFileThatWasSetAsideToItsEndFirst) {
  write("one\n");
  EXPECT_EQ(news(), "|one\n");
  write("last\n");
  std::filesystem::rename(path_, aside_);
  write("next\n");
  EXPECT_EQ(news(), "last\n|next\n");
}

TEST_F(TailTest, KeepsAFileWhoseNameIsGone) {
  write("one\n");
  EXPECT_EQ(news(), "|one\n");
  std::filesystem::rename(path_, aside_);
  EXPECT_EQ(news(), "");
  std::ofstream(aside_, std::ios::app) << "two\n";
  EXPECT_EQ(news(), "two\n");
}

TEST_F(TailTest, SaysWhyAFileCannotBeRead) {
  Tail folder(std::filesystem::temp_directory_path());
  EXPECT_THROW(folder.next(), std::runtime_error);
}

}  // namespace
}  // namespace stunt::recorder
