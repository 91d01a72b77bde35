// SPDX-License-Identifier: MIT
#include "recorder/replay/recordings.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "player.h"
#include "recorder/replay/line_scan.h"

namespace stunt::recorder {
namespace {

using test::Act;
using test::get;
using test::got;
using test::put;
using test::Tape;
using testing::HasSubstr;

Tape tape() {
  return Tape()
      .add(get("a").answer(200, {{"Name", R"(quotes " and \ and { and ])"}}))
      .add(put("b", R"({"user":"me","password":"recorded-1"})"))
      .add(Act("EatSecret", {{"Taste", "sweet"}}).answer(400, {{"__type", "Unknown"}}))
      .add(get("a").raw_body("{").answer(400, {{"__type", "SerializationException"}}))
      .add(get("odd\"name").ended(http::Delivery::End::reset, 0));
}

/// A file with some text, gone at the end.
class File {
 public:
  explicit File(const std::string& text) { std::ofstream(path_, std::ios::binary) << text; }
  ~File() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }
  /// As a file that is too long for memory.
  RecordingFile opened() const { return RecordingFile(path_, 0); }

 private:
  const std::filesystem::path path_ = test::fresh_path(".jsonl");
};

const Matching& usual() {
  static const Matching kUsual({});
  return kUsual;
}

TEST(Recordings, AreTheSameFromMemoryAndFromTheFile) {
  const File file(tape().text());
  for (const auto& matching : {Matching({}), Matching({.ignore = {"/Name"}})}) {
    const Recordings whole(RecordingFile(file.path()), test::vault_service(), matching);
    const Recordings quick(file.opened(), test::vault_service(), matching);
    EXPECT_EQ(quick.header().seed, whole.header().seed);
    ASSERT_EQ(quick.all().size(), 5u);
    ASSERT_EQ(whole.all().size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
      const auto &a = whole.all()[i], &b = quick.all()[i];
      EXPECT_EQ(a.key, b.key) << i;
      EXPECT_EQ(a.seq, i + 1);
      EXPECT_EQ(b.seq, i + 1);
      EXPECT_EQ(a.offset, b.offset);
      EXPECT_EQ(a.length, b.length);
      EXPECT_EQ(a.operation, b.operation);
      EXPECT_EQ(a.secret, b.secret);
      EXPECT_EQ(a.has_secrets, b.has_secrets);
      EXPECT_EQ(quick.read(b).req.body.json, whole.read(a).req.body.json);
    }
  }
}

TEST(Recordings, AreFoundWhereverTheFileIsCutInTwo) {
  std::string text = tape().text();
  const auto second = text.substr(0, text.find('\n') + 1);
  // Lines of many lengths, so that the middle falls into each part of one.
  for (std::size_t extra = 0; extra < 64; ++extra) {
    auto header = second;
    header.insert(header.size() - 2, R"(,"x":")" + std::string(extra * 37, 'x') + '"');
    const File file(header + text.substr(second.size()));
    const Recordings recordings(file.opened(), test::vault_service(), usual());
    ASSERT_EQ(recordings.all().size(), 5u) << extra;
  }
}

TEST(Recordings, SayWhatIsWrongAndWhere) {
  const auto text = tape().text();
  const auto error = [](const std::string& broken) -> std::string {
    const File file(broken);
    try {
      const Recordings recordings(file.opened(), test::vault_service(), usual());
    } catch (const BadTranscript& bad) {
      return bad.what();
    }
    return "";
  };
  const auto line = text.substr(text.find('\n') + 1, text.find('\n', text.find('\n') + 1));
  EXPECT_EQ(error(text.substr(0, text.find("{\"kind\":\"footer"))), "");
  EXPECT_THAT(error(text + "{\"kind\":\"exchange\"\n"), HasSubstr(".jsonl:8: not JSON"));
  EXPECT_THAT(error(text + "{\"kind\":\"other\"}\n"), HasSubstr(":8: /kind is not exchange"));
  EXPECT_THAT(error("{\"kind\":\"exchange\"}\n"), HasSubstr(":1: this is no transcript"));
  EXPECT_THAT(error(text + text.substr(text.find('\n') + 1)), HasSubstr("seq 1 stands in another"));
}

TEST(Recordings, LeaveOutALineThatWasCutOff) {
  const auto text = tape().text();
  const auto end = text.find("\"seq\":5");
  const File file(text.substr(0, end + 40));
  EXPECT_EQ(Recordings(file.opened(), test::vault_service(), usual()).all().size(), 4u);
}

TEST(Recordings, NoticeThatTheFileWasCut) {
  const File file(tape().text());
  const Recordings recordings(file.opened(), test::vault_service(), usual());
  std::filesystem::resize_file(file.path(), recordings.all().back().offset + 3);
  EXPECT_NO_THROW(recordings.read(recordings.all().front()));
  try {
    recordings.read(recordings.all().back());
    FAIL() << "there is nothing to read";
  } catch (const RecordingLost& error) {
    EXPECT_THAT(error.what(), HasSubstr("is shorter than when it was opened"));
  }
}

TEST(Recordings, NoticeThatTheFileHasChanged) {
  const auto text = tape().text();
  const File file(text);
  const Recordings recordings(file.opened(), test::vault_service(), usual());
  const auto& first = recordings.all().front();
  for (const auto& written :
       {std::string(first.length, 'x'), text.substr(recordings.all()[1].offset, first.length)}) {
    std::fstream(file.path(), std::ios::in | std::ios::out | std::ios::binary)
        .seekp(static_cast<std::streamoff>(first.offset))
        .write(written.data(), static_cast<std::streamsize>(written.size()));
    EXPECT_THROW(recordings.read(first), RecordingLost);
  }
}

TEST(LineScan, ReadsWhatTheParserReads) {
  const auto scan = scan_line(
      R"( {"kind":"exchange", "seq":7,"op":"GetSecretValue","key":{"secretId":"a","canonical":"c"},)"
      R"("req":{"json":{"SecretId":"a\"}"}},"res":null,"real":{"status":200},"outcome":"reset"})");
  EXPECT_FALSE(scan) << "begins with a blank";
  const auto good = scan_line(
      R"({"kind":"exchange", "seq":7,"op":"GetSecretValue","key":{"secretId":"a","canonical":"c"},)"
      R"("req":{"json":{"SecretId":"a\"}"}},"res":null,"real":{"status":200},"outcome":"reset"})");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->seq, 7u);
  EXPECT_EQ(good->operation, "GetSecretValue");
  EXPECT_EQ(good->secret_id, "a");
  EXPECT_EQ(good->canonical, "c");
  EXPECT_EQ(good->outcome, "reset");
  EXPECT_TRUE(good->has_answer);
  EXPECT_EQ(scan_body(good->request), R"({"SecretId":"a\"}"})");
}

TEST(LineScan, LeavesToTheParserWhatIsUnusual) {
  for (const auto* line :
       {"", "[]", "{", R"({"seq":)", R"({"seq":7)", R"({"seq":-7})", R"({"seq":7}x)",
        R"({"kind":"a\u0062"})", R"({"kind":7})", R"({"key":{"secretId":"\""}})", R"({"a":"b)",
        R"({"a":[1,{"b":2})", R"({"a" 1})", R"({7:1})"}) {
    EXPECT_FALSE(scan_line(line)) << line;
  }
  const auto null = scan_line(R"({"op":null,"res":null})");
  ASSERT_TRUE(null);
  EXPECT_EQ(null->operation, "");
  EXPECT_FALSE(null->has_answer);
}

}  // namespace
}  // namespace stunt::recorder
