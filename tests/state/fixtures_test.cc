// SPDX-License-Identifier: MIT
#include "../emulator/service.h"
#include "folder.h"
#include "input/problem.h"
#include "kept_service.h"
#include "state/fixtures/load.h"

namespace stunt::test {
namespace {

class Fixtures : public Emulator {
 protected:
  using Files = std::vector<std::filesystem::path>;

  state::Loaded load(Service& into, const Files& files, std::uint64_t seed = 7) {
    return state::load_fixtures(
        files, into.emulator().vault(),
        {{"us-east-1", "000000000000"}, into.clock.now(), world::Random(seed), {}});
  }

  state::Loaded load(const char* name, std::string_view text) {
    return load(service, {folder_.write(name, text)});
  }

  /// What is wrong, without the folder's name.
  std::string complaints(const Files& files) {
    try {
      load(service, files);
      return "";
    } catch (const input::BadInput& broken) {
      std::string lines;
      for (auto problem : broken.problems) {
        problem.at.file = std::filesystem::path(problem.at.file).filename();
        lines += to_string(problem) + "\n";
      }
      return lines;
    }
  }

  std::string complaints(const char* name, std::string_view text) {
    return complaints({folder_.write(name, text)});
  }

  Folder folder_;
};

TEST_F(Fixtures, AreThereAtTheStart) {
  EXPECT_EQ(load("f.yaml", R"(
- name: a
  value: text
  description: d
  kmsKeyId: alias/k
  tags: { team: billing, tier: 1 }
- name: none
)")
                .added,
            2u);
  EXPECT_EQ(service.get("a")["SecretString"], "text");
  EXPECT_EQ(service.describe("a")["Description"], "d");
  EXPECT_EQ(service.describe("a")["KmsKeyId"], "alias/k");
  EXPECT_EQ(service.describe("a")["Tags"], tags({{"team", "billing"}, {"tier", "1"}}));
  EXPECT_TRUE(service.describe("none")["VersionIdsToStages"].is_null());
}

TEST_F(Fixtures, AreUnderTheKeyThatTheyName) {
  load("f.yaml", R"(
- { name: a, value: text, kmsKeyId: alias/k }
- { name: b, value: text, kmsKeyId: alias/aws/secretsmanager }
)");
  const auto keys = [&](const char* name) {
    return service.call("ListSecretVersionIds", {{"SecretId", name}})["Versions"][0]["KmsKeyIds"];
  };
  EXPECT_EQ(keys("a"), Json::array({"alias/k"}));
  EXPECT_EQ(keys("b"), Json::array({"DefaultEncryptionKey"}));
  EXPECT_TRUE(service.describe("b")["KmsKeyId"].is_null());
}

TEST_F(Fixtures, MakeJsonOfObjectsAndBytesOfBase64) {
  load("f.yaml", R"(secrets:
  - name: object
    value: { user: app, port: 5432, huge: 18446744073709551615, less: -3, rate: 0.5,
             on: true, no: null, list: [1, "2"] }
  - { name: list, value: [] }
  - { name: bytes, binary: AAH/ }
)");
  EXPECT_EQ(service.get("object")["SecretString"],
            R"({"user":"app","port":5432,"huge":18446744073709551615,"less":-3,"rate":0.5,)"
            R"("on":true,"no":null,"list":[1,"2"]})");
  EXPECT_EQ(service.get("list")["SecretString"], "[]");
  EXPECT_EQ(service.get("bytes")["SecretBinary"], "AAH/");
}

TEST_F(Fixtures, HaveVersionsWithLabels) {
  load("f.json", R"([{"name": "a", "versions": [
      {"value": "old", "stages": ["AWSPREVIOUS", "mine"]},
      {"id": "11111111-0000-4000-8000-000000000000", "value": "new"}]}])");
  EXPECT_EQ(service.get("a")["SecretString"], "new");
  EXPECT_EQ(service.get("a")["VersionId"], "11111111-0000-4000-8000-000000000000");
  EXPECT_EQ(
      service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "mine"}})["SecretString"],
      "old");
}

TEST_F(Fixtures, StandWhereTheySay) {
  load("f.jsonl",
       R"({"name": "a", "value": "x", "account": "111122223333", "region": "eu-west-1"})");
  EXPECT_EQ(service.get("a").error(), kNotFound);
  EXPECT_EQ(
      service.call_as("111122223333", "eu-west-1", "GetSecretValue", {{"SecretId", "a"}}).error(),
      "ok");
}

TEST_F(Fixtures, AreReadALineAtATime) {
  EXPECT_EQ(load("f.jsonl", "\xEF\xBB\xBF{\"name\":\"a\"}\r\n\n  {\"name\":\"b\"}").added, 2u);
  std::string many;
  for (int i = 0; i < 2500; ++i) many += R"({"name":"n)" + std::to_string(i) + "\"}\n";
  EXPECT_EQ(load("many.ndjson", many).added, 2500u);
}

TEST_F(Fixtures, HaveTheSameIdsForTheSameSeed) {
  const Files files = {folder_.write("f.jsonl", R"({"name": "a", "value": "x"})")};
  const auto ids = [&](std::uint64_t seed) {
    Service other;
    load(other, files, seed);
    const auto got = other.get("a");
    return got["ARN"].get<std::string>() + got["VersionId"].get<std::string>();
  };
  EXPECT_EQ(ids(1), ids(1));
  EXPECT_NE(ids(1), ids(2));
}

TEST_F(Fixtures, LeaveASecretThatIsInTheState) {
  const Files files = {folder_.write("f.yaml", "[{name: a, value: x}, {name: b, value: x}]")};
  {
    KeptService first(folder_ / "state");
    load(first.service, files);
    first.service.put("a", "changed");
  }
  KeptService second(folder_ / "state");
  const auto loaded = load(second.service, files);
  EXPECT_EQ(loaded.added, 0u);
  EXPECT_EQ(loaded.there, 2u);
  EXPECT_EQ(second.service.get("a")["SecretString"], "changed");
}

TEST_F(Fixtures, SayEverythingThatIsWrong) {
  EXPECT_EQ(complaints("f.yaml", R"(secrets:
  - nme: a
  - name: b
    valu: x
  - { name: "b c", account: 12, region: "Us East" }
  - { name: d, tags: { aws:x: y }, versions: [{ stages: [A] }, { value: x, stages: [A] }] }
)"),
            "f.yaml:2:5: /secrets/0/nme: unknown member 'nme'; did you mean 'name'?\n"
            "f.yaml:2:5: /secrets/0: member 'name' is missing; add it\n"
            "f.yaml:4:5: /secrets/1/valu: unknown member 'valu'; did you mean 'value'?\n"
            "f.yaml:5:13: /secrets/2/name: 'b c' is not a name; use letters, digits and "
            "-/_+=.@!\n"
            "f.yaml:5:29: /secrets/2/account: '12' is not an account id; use 12 digits\n"
            "f.yaml:5:41: /secrets/2/region: 'Us East' is not a Region; one is us-east-1\n"
            "f.yaml:6:24: /secrets/3/tags/aws:x: tags that begin with 'aws:' are AWS's own\n"
            "f.yaml:6:46: /secrets/3/versions: the label 'A' twice\n"
            "f.yaml:6:47: /secrets/3/versions/0: a version needs a value; add 'value' or "
            "'binary'\n");
}

TEST_F(Fixtures, SayWhereTheFirstOfANameIs) {
  const Files files = {folder_.write("a.yaml", "- name: x\n- name: y\n"),
                       folder_.write("b.jsonl", "{\"name\": \"y\"}\n{\"name\": \"z\"}\n")};
  EXPECT_EQ(complaints(files), "b.jsonl:1:1: the name 'y' is taken; the first is in " +
                                   files[0].string() + ", line 2\n");
}

TEST_F(Fixtures, NeverQuoteWhatMayBeAValue) {
  for (const char* text :
       {"- hunter2", "secrets: hunter2", "- {name: a, value: {}, binary: hunter2}",
        "- {name: a, tags: hunter2}", "- {name: a, versions: hunter2}",
        "- {name: a, versions: [hunter2]}", "- {name: a, versions: [{value: x, stages: hunter2}]}",
        "- {name: a, binary: hunter2}", "- {name: a, versions: [{binary: hunter2}]}"}) {
    const auto said = complaints("f.yaml", text);
    EXPECT_NE(said, "") << text;
    EXPECT_EQ(said.find("hunter2"), std::string::npos) << said;
  }
  EXPECT_EQ(complaints("f.yaml", "- {name: a, value: 12345}").find("12345"), std::string::npos);
  EXPECT_EQ(complaints("f.jsonl", "{\"name\": \"a\", \"value\": hunter2}").find("hunter2"),
            std::string::npos);
}

TEST_F(Fixtures, KeepTheServicesLimits) {
  const auto with = [](const std::string& member) { return "- {name: a, " + member + "}"; };
  EXPECT_NE(complaints("f.yaml", with("value: \"" + std::string(65537, 'x') + "\"")), "");
  EXPECT_NE(complaints("f.yaml", with("description: \"" + std::string(2049, 'x') + "\"")), "");
  EXPECT_NE(complaints("f.yaml", with("versions: [{value: x, id: short}]")), "");
  EXPECT_NE(complaints("f.yaml", "- {name: " + std::string(513, 'a') + "}"), "");
  EXPECT_NE(complaints("f.yaml", "- {name: \"\"}"), "");
}

TEST_F(Fixtures, StopAtAThousandProblems) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "nonsense\n";
  const auto said = complaints("f.jsonl", many);
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1000);
}

TEST_F(Fixtures, TellFilesThatAreNotThere) {
  EXPECT_EQ(complaints({folder_ / "none.jsonl"}),
            "none.jsonl: cannot be read: No such file or directory\n");
  EXPECT_EQ(complaints({folder_ / "none.yaml"}),
            "none.yaml: cannot be read: No such file or directory\n");
  std::filesystem::create_directory(folder_ / "d.jsonl");
  EXPECT_EQ(complaints({folder_ / "d.jsonl"}), "d.jsonl: is a directory; name a file in it\n");
}

}  // namespace
}  // namespace stunt::test
