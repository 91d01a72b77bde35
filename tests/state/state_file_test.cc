// SPDX-License-Identifier: MIT
#include "state/state_file.h"

#include <set>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "emulator/shelves.h"
#include "folder.h"
#include "state/document.h"
#include "world/calendar.h"

namespace stunt::state {
namespace {

using test::Folder;
using Absent = StateFile::Absent;

/// What opening says; empty if it opens.
std::string refusal(const std::filesystem::path& directory, Absent absent = Absent::make) {
  try {
    StateFile file(directory, Sync::normal, absent);
    return "";
  } catch (const std::runtime_error& error) {
    const std::string text = error.what(), begin = "cannot use the state in ";
    EXPECT_TRUE(text.starts_with(begin + directory.string() + ": ")) << text;
    return text.substr(begin.size() + directory.string().size() + 2);
  }
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 0777;
}

Batch one_secret(std::string document) {
  Batch batch;
  batch.places[1] = {"us-east-1", "000000000000"};
  batch.rows[{1, 1}] = {std::move(document), {{"v", emulator::SecretValue::text("hunter2")}}};
  return batch;
}

std::size_t count(StateFile& file) {
  std::size_t secrets = 0;
  file.read([&](const Key&, const emulator::Secret&) { ++secrets; });
  return secrets;
}

constexpr const char* kDocument = R"({"name":"a","arn":"x:secret:a-AbCdEf",
    "created":"2026-01-01T00:00:00.000000Z","changed":"2026-01-01T00:00:00.000000Z",
    "versions":[{"id":"v","created":"2026-01-01T00:00:00.000000Z","stages":["AWSCURRENT"]}]})";

TEST(StateFile, IsForItsOwnerOnly) {
  const Folder folder;
  const auto directory = folder / "new";
  StateFile file(directory, Sync::full, Absent::make);
  file.write(one_secret(kDocument));
  EXPECT_EQ(mode_of(directory), 0700u);
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    EXPECT_EQ(mode_of(entry.path()), 0600u) << entry.path();
  }
}

TEST(StateFile, CountsItsRuns) {
  const Folder folder;
  for (std::uint64_t run = 1; run <= 3; ++run) {
    StateFile file(folder / "s", Sync::normal, Absent::make);
    EXPECT_EQ(file.begin_run(), run);
  }
}

TEST(StateFile, IsOpenOnce) {
  const Folder folder;
  StateFile first(folder / "s", Sync::normal, Absent::make);
  EXPECT_EQ(refusal(folder / "s"), "another process has it open");
}

TEST(StateFile, IsMadeOnlyIfWanted) {
  const Folder folder;
  EXPECT_EQ(refusal(folder / "s", Absent::refuse), "there is none");
  EXPECT_FALSE(std::filesystem::exists(folder / "s"));
}

TEST(StateFile, TellsAFileThatIsNone) {
  const Folder folder;
  std::filesystem::create_directory(folder / "s");
  folder.write("s/state.sqlite3", std::string(5000, 'x'));
  EXPECT_EQ(refusal(folder / "s"), "state.sqlite3 is no state file");
  Folder other;
  other.write("state.sqlite3", "");
  Database(other / "state.sqlite3").run("CREATE TABLE theirs(x)");
  EXPECT_EQ(refusal((other / "state.sqlite3").parent_path()),
            "state.sqlite3 is a database of another program");
}

TEST(StateFile, TellsANewerFormat) {
  const Folder folder;
  EXPECT_EQ(refusal(folder / "s"), "");
  Database(folder / "s/state.sqlite3").run("PRAGMA user_version = 2");
  EXPECT_EQ(refusal(folder / "s"), "a newer stunt wrote it (format 2); this one knows format 1");
}

TEST(StateFile, TellsADirectoryThatCannotBe) {
  const Folder folder;
  folder.write("file", "");
  EXPECT_EQ(refusal(folder / "file"), "Not a directory");
  EXPECT_EQ(refusal("/proc/stunt"), "No such file or directory");
}

TEST(StateFile, SaysWhichSecretIsBrokenAndNotWhatItIs) {
  const Folder folder;
  StateFile file(folder / "s", Sync::normal, Absent::make);
  file.write(one_secret(R"({"name":"hunter2)"));
  try {
    count(file);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()).find("hunter2"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("secret 1 of place 1 is broken"), std::string::npos);
  }
}

TEST(StateFile, TakesBackATrialThatIsNotKept) {
  const Folder folder;
  StateFile file(folder / "s", Sync::normal, Absent::make);
  {
    StateFile::Trial trial(file);
    file.write(one_secret(kDocument));
    EXPECT_EQ(count(file), 1u);
  }
  EXPECT_EQ(count(file), 0u);
  {
    StateFile::Trial trial(file);
    file.write(one_secret(kDocument));
    trial.keep();
  }
  EXPECT_EQ(count(file), 1u);
}

emulator::Rotation rotation(world::Instant at) {
  emulator::Rotation rotation{true, "function", {}, {{"key", "value"}}, "role"};
  rotation.rules.expression = "rate(10 days)";
  rotation.rules.duration = "2h";
  rotation.rules.schedule = *emulator::schedule_of(rotation.rules);
  rotation.rotated = rotation.retry = at;
  rotation.computed_days = 10;
  rotation.next = {at, at};
  rotation.running = {"token", "rotation token", true};
  rotation.failures = 1;
  rotation.last_token = "last";
  rotation.begun = 2;
  return rotation;
}

/// Every member is set here that members/secret.h and members/version.h write.
TEST(Document, HasEveryMemberOfASecretAndItsVersions) {
  const auto at = *world::parse_rfc3339("2026-01-02T03:04:05.678901Z");
  const emulator::Place place{"us-east-1", "000000000000"};
  emulator::Secret secret{.name = "a-b", .arn = arn_prefix(place) + "a-b-AbCdEf"};
  secret.description = "d";
  secret.kms_key_id = "k";
  secret.type = "t";
  secret.tags.emplace({emulator::Tag{"key", "value"}});
  secret.created = secret.changed = at;
  secret.accessed = secret.deletion = secret.deleted = at;
  secret.deleted_by_force = true;
  secret.policy = std::string("{}");
  secret.replication = {{{"eu-west-1", "key", true, at, emulator::Replica::Status::failed}},
                        std::string("us-west-2")};
  secret.rotation = rotation(at);
  secret.versions.restore(
      {"v", emulator::SecretValue::text("x"), at, at, "k", std::string("former")}, {"A", "B"});
  secret.versions.restore({"w", emulator::SecretValue::binary("y"), at}, {});
  secret.versions.restore({"pending", std::nullopt, at}, {"C"});

  const auto document = document_of(secret, revealed);
  std::set<std::string> names;
  for (const auto& [name, value] : document.items()) names.insert(name);
  EXPECT_EQ(names, (std::set<std::string>{"name", "arn", "description", "kmsKeyId", "type",
                                          "policy", "tags", "versions", "rotation", "replication",
                                          "created", "changed", "accessed", "deletion", "deleted",
                                          "deletedByForce"}));
  EXPECT_EQ(document["rotation"].size(), 13u);
  EXPECT_EQ(document["replication"]["replicas"][0].size(), 5u);
  EXPECT_EQ(document["versions"][0].size(), 7u);
  EXPECT_EQ(document["created"], "2026-01-02T03:04:05.678901Z");
  EXPECT_EQ(document_of(read_document(document, place, read_revealed), revealed), document);
}

}  // namespace
}  // namespace stunt::state
