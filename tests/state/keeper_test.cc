// SPDX-License-Identifier: MIT
#include <csignal>

#include <sys/resource.h>

#include "emulator/rotation/progress.h"
#include "folder.h"
#include "kept_service.h"
#include "state/document.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class KeptSecrets : public testing::Test {
 protected:
  std::int64_t rows(const char* table) {
    state::Database database(folder_ / "state/state.sqlite3");
    return database.number(("SELECT count(*) FROM " + std::string(table)).c_str());
  }

  Folder folder_;
  std::filesystem::path state_ = folder_ / "state";
};

/// A store that counts, and keeps nothing.
struct FakeStore : emulator::Store {
  void note(const emulator::Changes&) override { ++notes; }
  bool commit() override { return works; }
  int notes = 0;
  bool works = true;
};

/// A file-size limit stands for a full disk: writes fail, and later do not.
class FullDisk {
 public:
  FullDisk() : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit none{0, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &none);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  void (*before_)(int);
  rlimit limit_{};
};

TEST_F(KeptSecrets, BringsASecretBackWithAllItHas) {
  Json described, old, current;
  const auto look = [&](Service& service) {
    current = service.get("a").body;
    old = service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "x"}}).body;
    described = service.describe("a").body;
  };
  {
    KeptService first(state_);
    first.service.clock.advance(1234567us);
    first.service.call("CreateSecret", {{"Name", "a"},
                                        {"Description", "d\u00e9"},
                                        {"KmsKeyId", "alias/k"},
                                        {"Type", "t"},
                                        {"Tags", tags({{"k", "v"}, {"empty", ""}})},
                                        {"SecretString", std::string("with\0nul", 8)}});
    first.service.call("PutSecretValue",
                       {{"SecretId", "a"}, {"SecretString", "two"}, {"VersionStages", {"x"}}});
    first.service.call("PutSecretValue", {{"SecretId", "a"}, {"SecretBinary", "AAH/"}});
    look(first.service);
  }
  const auto expected = std::tuple(described, old, current);
  KeptService second(state_);
  EXPECT_EQ(second.restored, 1u);
  look(second.service);
  EXPECT_EQ(std::tuple(described, old, current), expected);
  EXPECT_EQ(current["SecretBinary"], "AAH/");
}

TEST_F(KeptSecrets, TellsNoTagsFromNoTagsAnyMore) {
  {
    KeptService first(state_);
    first.service.create("never");
    first.service.create("once");
    first.service.call("TagResource", {{"SecretId", "once"}, {"Tags", tags({{"k", "v"}})}});
    first.service.call("UntagResource", {{"SecretId", "once"}, {"TagKeys", {"k"}}});
  }
  KeptService second(state_);
  EXPECT_TRUE(second.service.describe("never")["Tags"].is_null());
  EXPECT_EQ(second.service.describe("once")["Tags"], Json::array());
}

TEST_F(KeptSecrets, KeepsPlacesAndOrder) {
  const auto listed = [](Service& service) {
    auto names = Json::array();
    const auto list = service.call("ListSecrets", Json::object());
    for (const auto& entry : list["SecretList"]) names.push_back(entry["Name"]);
    return names;
  };
  {
    KeptService first(state_);
    for (const char* name : {"c", "a", "b"}) first.service.create(name);
    first.service.call_as("111122223333", "eu-west-1", "CreateSecret",
                          {{"Name", "a"}, {"ClientRequestToken", token(1)}});
  }
  KeptService second(state_);
  second.service.create("d");
  EXPECT_EQ(listed(second.service), Json::array({"c", "a", "b", "d"}));
  EXPECT_EQ(
      second.service.call_as("111122223333", "eu-west-1", "DescribeSecret", {{"SecretId", "a"}})
          .error(),
      "ok");
}

TEST_F(KeptSecrets, KeepsARegionThatIsNoText) {
  const Json body = {{"Name", "a"}, {"ClientRequestToken", token(1)}, {"SecretString", "x"}};
  std::string arn;
  {
    KeptService first(state_);
    arn = first.service.call_as("test", "\xff", "CreateSecret", body).reply.body;
  }
  KeptService second(state_);
  EXPECT_EQ(second.service.call_as("test", "\xff", "CreateSecret", body).reply.body, arn);
}

TEST_F(KeptSecrets, ForgetsWhatIsGone) {
  {
    KeptService first(state_);
    for (const char* name : {"forced", "passed", "stays"}) first.service.create(name);
    first.service.call("DeleteSecret",
                       {{"SecretId", "forced"}, {"ForceDeleteWithoutRecovery", true}});
    first.service.call("DeleteSecret", {{"SecretId", "passed"}, {"RecoveryWindowInDays", 7}});
  }
  EXPECT_EQ(rows("secret"), 2);
  {
    KeptService second(state_, 24h * 8);
    EXPECT_EQ(second.restored, 1u);
    second.service.create("other");
  }
  EXPECT_EQ(rows("secret"), 2);
  EXPECT_EQ(rows("value"), 2);
}

TEST_F(KeptSecrets, KeepsAnEndedDeletion) {
  {
    KeptService first(state_);
    first.service.create("a");
    first.service.create("b");
    for (const char* name : {"a", "b"}) first.service.call("DeleteSecret", {{"SecretId", name}});
    first.service.call("RestoreSecret", {{"SecretId", "a"}});
  }
  KeptService second(state_);
  EXPECT_EQ(second.service.get("a").error(), "ok");
  EXPECT_EQ(second.service.get("b").error(), kMarked);
}

emulator::RotationOrder begin_rotation(emulator::Vault& vault, world::Instant now) {
  const auto opened = vault.open();
  auto* secret = opened.shelves.at({"us-east-1", "000000000000"}).find("a", now);
  secret->rotation = emulator::Rotation{.enabled = true, .function_arn = "f"};
  return emulator::begin_rotation(*secret, token(2), now, world::Random(1));
}

TEST_F(KeptSecrets, HaveARotationThatWasUnderWayTriedAgain) {
  emulator::RotationOrder begun;
  {
    KeptService first(state_);
    first.service.create("a");
    auto& vault = first.service.emulator().vault();
    begun = begin_rotation(vault, first.service.clock.now());
    ASSERT_TRUE(vault.commit());
  }
  KeptService second(state_);
  second.service.clock.advance(1h);
  const auto again = second.service.emulator().due_rotations();
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].token, begun.token);
  EXPECT_NE(again[0].rotation_token, begun.rotation_token);
}

TEST_F(KeptSecrets, KeepsWhatABreakdownLeftHalfDone) {
  const auto broken_down = [](KeptService& life, aws::CommitPoint point, const char* operation,
                              const char* member) {
    const auto heard = life.service.call_on({.stop_at = point}, operation,
                                            {{member, "a"}, {"SecretString", "lost"}});
    EXPECT_EQ(heard.stopped_at, point);
  };
  std::string described;
  {
    KeptService life(state_);
    broken_down(life, aws::CommitPoint::secret_created, "CreateSecret", "Name");
  }
  {
    KeptService life(state_);
    EXPECT_EQ(life.service.stages("a"), Json());
    broken_down(life, aws::CommitPoint::version_stored, "PutSecretValue", "SecretId");
  }
  {
    KeptService life(state_);
    EXPECT_EQ(life.service.stages("a"), Json());
    for (const int number : {1, 2}) {
      const auto heard = life.service.call(
          "PutSecretValue",
          {{"SecretId", "a"}, {"SecretString", "kept"}, {"ClientRequestToken", token(number)}});
      EXPECT_EQ(heard.error(), "ok");
    }
    broken_down(life, aws::CommitPoint::stage_moved, "UpdateSecret", "SecretId");
    described = life.service.describe("a").reply.body;
  }
  {
    KeptService life(state_);
    EXPECT_EQ(life.service.describe("a").reply.body, described);
    EXPECT_EQ(life.service.get("a")["SecretString"], "lost");
  }
  EXPECT_EQ(rows("value"), 4);
}

TEST_F(KeptSecrets, DropsTheValuesOfVersionsThatAreGone) {
  {
    KeptService first(state_);
    first.service.create("a");
    for (int i = 0; i < 104; ++i) first.service.put("a", "x");
    first.service.clock.advance(25h);
    first.service.put("a", "x");
    first.service.get("a");
  }
  // 100 without labels, AWSPREVIOUS and AWSCURRENT.
  EXPECT_EQ(rows("value"), 102);
}

TEST_F(KeptSecrets, IsToldOfAReadOnceADay) {
  Service service;
  FakeStore store;
  service.create("a");
  service.emulator().vault().keep_in(store);
  for (int i = 0; i < 3; ++i) service.get("a");
  EXPECT_EQ(store.notes, 1);
  service.clock.advance(24h);
  for (int i = 0; i < 3; ++i) service.get("a");
  EXPECT_EQ(store.notes, 2);
}

TEST_F(KeptSecrets, AWriteThatCannotBeKeptIsNotAcknowledgedEvenIfTriedAgain) {
  Service service;
  FakeStore store;
  service.create("a");
  service.emulator().vault().keep_in(store);
  store.works = false;
  const Json write = {{"SecretId", "a"}, {"SecretString", "b"}, {"ClientRequestToken", token(2)}};
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(service.call("PutSecretValue", write).error(),
              "500 InternalServiceError: An error occurred on the server side.");
  }
  EXPECT_EQ(service.get("a").error(), "ok");
  store.works = true;
  EXPECT_EQ(service.call("PutSecretValue", write).error(), "ok");
}

TEST_F(KeptSecrets, CatchesUpOnceThereIsRoomAgain) {
  std::vector<std::string> reports;
  {
    KeptService life(state_);
    state::Keeper keeper(life.file(),
                         [&](const std::string& reason) { reports.push_back(reason); });
    life.service.emulator().vault().keep_in(keeper);
    life.service.create("before");
    {
      const FullDisk full;
      EXPECT_NE(life.service.create("meanwhile").error(), "ok");
      EXPECT_NE(life.service.put("before", "meanwhile").error(), "ok");
      EXPECT_NE(keeper.error(), "");
    }
    EXPECT_EQ(life.service.create("after").error(), "ok");
    EXPECT_EQ(keeper.error(), "");
  }
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_NE(reports[0], "");
  EXPECT_EQ(reports[1], "");
  KeptService next(state_);
  EXPECT_EQ(next.restored, 3u);
  EXPECT_EQ(next.service.get("before")["SecretString"], "meanwhile");
}

TEST_F(KeptSecrets, LosesNothingThatWasAcknowledgedBeforeTheDiskWasFull) {
  {
    KeptService life(state_);
    life.service.create("a", "kept");
    const FullDisk full;
    life.service.put("a", "lost");
  }
  KeptService next(state_);
  EXPECT_EQ(next.service.get("a")["SecretString"], "kept");
}

}  // namespace
}  // namespace stunt::test
