// SPDX-License-Identifier: MIT
#include "state/transfer.h"

#include <sstream>

#include "folder.h"
#include "input/problem.h"
#include "kept_service.h"

namespace stunt::test {
namespace {

class Transfer : public testing::Test {
 protected:
  std::string exported(const char* name, state::Values values) {
    state::StateFile file(folder_ / name, state::Sync::normal, state::StateFile::Absent::refuse);
    std::ostringstream out;
    state::export_state(file, out, values);
    return out.str();
  }

  state::Loaded import(const char* name, const std::string& text) {
    KeptService life(folder_ / name);
    return state::import_state(folder_.write("import.json", text), life.service.emulator().vault(),
                               life.service.clock.now());
  }

  std::string complaint(const std::string& text) {
    try {
      import("broken", text);
      return "";
    } catch (const input::BadInput& broken) {
      EXPECT_EQ(broken.problems.size(), 1u);
      auto problem = broken.problems.at(0);
      problem.at.file = "f";
      return to_string(problem);
    }
  }

  void fill(const char* name) {
    KeptService life(folder_ / name);
    life.service.call("CreateSecret", {{"Name", "a"}, {"Tags", tags({{"k", "v"}})}});
    life.service.put("a", "hunter2");
    life.service.put("a", "hunter3");
    life.service.call("CreateSecret", {{"Name", "b"}, {"SecretBinary", "AAH/"}});
    life.service.call("DeleteSecret", {{"SecretId", "b"}});
    life.service.call_as("111122223333", "eu-west-1", "CreateSecret",
                         {{"Name", "a"}, {"ClientRequestToken", token(1)}});
  }

  Folder folder_;
};

TEST_F(Transfer, BringsEverythingOver) {
  fill("one");
  const auto text = exported("one", state::Values::revealed);
  EXPECT_EQ(import("two", text).added, 3u);
  EXPECT_EQ(exported("two", state::Values::revealed), text);
  KeptService life(folder_ / "two");
  EXPECT_EQ(life.service.get("a")["SecretString"], "hunter3");
}

TEST_F(Transfer, IsJsonThatMayBeWrittenInAnotherWay) {
  fill("one");
  const auto text = exported("one", state::Values::revealed);
  EXPECT_EQ(import("two", Json::parse(text).dump(4)).added, 3u);
  EXPECT_EQ(exported("two", state::Values::revealed), text);
}

TEST_F(Transfer, LeavesValuesOutUnlessToldOtherwise) {
  fill("one");
  const auto text = exported("one", state::Values::omitted);
  EXPECT_EQ(text.find("hunter"), std::string::npos);
  EXPECT_EQ(text.find("AAH/"), std::string::npos);
  EXPECT_EQ(complaint(text), "f: /values: the values were left out; export with --reveal");
}

TEST_F(Transfer, LeavesWhatIsThere) {
  fill("one");
  const auto text = exported("one", state::Values::revealed);
  EXPECT_EQ(import("one", text).there, 3u);
  EXPECT_EQ(exported("one", state::Values::revealed), text);
}

TEST_F(Transfer, TellsAnExportFromFixtures) {
  fill("one");
  const auto file = folder_.write("e.json", exported("one", state::Values::omitted));
  EXPECT_TRUE(state::is_export(file));
  EXPECT_TRUE(state::is_export(folder_.write("f.json", "{\n  \"stuntState\" : 1}")));
  EXPECT_FALSE(state::is_export(folder_.write("g.json", "{\"secrets\": []}")));
  EXPECT_FALSE(state::is_export(folder_.write("h.yaml", "- name: a")));
  EXPECT_FALSE(state::is_export(folder_ / "none"));
}

TEST_F(Transfer, SaysWhatIsWrongAndNeverQuotesIt) {
  EXPECT_EQ(complaint("{\"stuntState\": 1,\n\"secrets\": [hunter2]}"), "f:2:13: this is not JSON");
  EXPECT_EQ(complaint(R"({"stuntState": 2, "secrets": []})"),
            "f: /stuntState: is no format that this stunt knows; it knows 1");
  EXPECT_EQ(complaint(R"({"stuntState": 1, "secrets": [{"name": "hunter2"}]})"),
            "f: /secrets/0: is no secret as an export has it");
}

}  // namespace
}  // namespace stunt::test
