// SPDX-License-Identifier: MIT
// Readers that lag behind: aws::Terms::lag, versions_back, visible_after.
#include "../support/call_builder.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/trail.h"
#include "fake_rotator.h"
#include "policies.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

/// An emulator that remembers from the beginning, and a secret "a" that gets a value each second:
/// "one" at 0 s, "two" at 1 s, "three" at 2 s. The clock stands at 2 s.
class History : public Rotating {
 protected:
  void SetUp() override {
    service.emulator().keep_history(true);
    service.clock.advance(1h);
    service.create("a", "one");
    for (const auto* value : {"two", "three"}) {
      service.clock.advance(1s);
      service.put("a", value);
    }
  }

  Heard read(const aws::Terms& terms, std::string_view operation = "GetSecretValue",
             const Json& body = {{"SecretId", "a"}}) {
    return service.call_on(terms, operation, body);
  }

  std::string value_at(world::Duration lag) { return value({.lag = lag}); }
  std::string value_before(unsigned versions) { return value({.versions_back = versions}); }

  std::string value(const aws::Terms& terms = {}) {
    const auto heard = read(terms);
    return heard.error() == "ok" ? heard["SecretString"].get<std::string>() : heard.error();
  }

  void put_hidden(const char* value, world::Duration visible_after) {
    service.call_on({.visible_after = visible_after}, "PutSecretValue",
                    {{"SecretId", "a"}, {"SecretString", value}});
  }
};

TEST_F(History, IsToldToReadersThatLag) {
  EXPECT_EQ(value_at(0s), "three");
  EXPECT_EQ(value_at(1us), "two");
  EXPECT_EQ(value_at(1s), "two");
  EXPECT_EQ(value_at(2s), "one");
  EXPECT_EQ(value_at(2s + 1us), kNotFound);
  service.clock.advance(1s);
  EXPECT_EQ(value_at(1s), "three");
}

TEST_F(History, IsToldByAllThatReadASecret) {
  service.call("PutResourcePolicy",
               {{"SecretId", "a"}, {"ResourcePolicy", policy_of({statement()})}});
  service.call("UpdateSecret", {{"SecretId", "a"}, {"Description", "new"}});
  const aws::Terms late{.lag = 1s};
  EXPECT_EQ(read(late, "DescribeSecret")["Description"], Json());
  EXPECT_EQ(read(late, "DescribeSecret")["VersionIdsToStages"].size(), 2u);
  EXPECT_EQ(read(late, "ListSecretVersionIds")["Versions"].size(), 2u);
  EXPECT_EQ(read(late, "GetResourcePolicy")["ResourcePolicy"], Json());
  EXPECT_NE(read({}, "GetResourcePolicy")["ResourcePolicy"], Json());
  const auto batch = read(late, "BatchGetSecretValue", {{"SecretIdList", {"a", "none"}}});
  EXPECT_EQ(batch["SecretValues"][0]["SecretString"], "two");
  EXPECT_EQ(batch["Errors"].size(), 1u);
}

TEST_F(History, IsFoundByArnToo) {
  const auto arn = service.describe("a")["ARN"];
  EXPECT_EQ(read({.lag = 1s}, "GetSecretValue", {{"SecretId", arn}})["SecretString"], "two");
}

TEST_F(History, IsNotForThoseWhoWrite) {
  const auto heard = read({.lag = 1h, .versions_back = 2}, "TagResource",
                          {{"SecretId", "a"}, {"Tags", Json::array()}});
  EXPECT_EQ(heard.error(), "ok");
}

TEST_F(History, OutlivesTheSecret) {
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  service.clock.advance(1s);
  service.create("a", "another");
  service.clock.advance(1s);
  EXPECT_EQ(value_at(0s), "another");
  EXPECT_EQ(value_at(1s), "another");
  EXPECT_EQ(value_at(1s + 1us), kNotFound);
  EXPECT_EQ(value_at(2s), kNotFound);
  EXPECT_EQ(value_at(2s + 1us), "two");
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  EXPECT_EQ(value_at(1s), "another");
}

TEST_F(History, EndsASecretWhenItsRecoveryWindowEndedAndNotWhenSomebodyLooked) {
  service.call("DeleteSecret", {{"SecretId", "a"}, {"RecoveryWindowInDays", 7}});
  service.clock.advance(8 * 24h);
  EXPECT_EQ(value_at(24h), kNotFound);
  EXPECT_EQ(value_at(24h + 1us), kMarked);
}

TEST_F(History, IsNotChangedByThoseWhoReadIt) {
  service.clock.advance(24h);
  EXPECT_EQ(value_at(24h + 1s), "two");
  EXPECT_EQ(service.describe("a")["LastAccessedDate"], Json());
  EXPECT_EQ(value(), "three");
  EXPECT_EQ(service.describe("a")["LastAccessedDate"], 1'767'312'000);
  EXPECT_EQ(service.call("ListSecrets", {{"SortBy", "last-accessed-date"}})["SecretList"].size(),
            1u);
}

TEST_F(History, IsToldByVersionsToo) {
  service.call("UpdateSecret", {{"SecretId", "a"}, {"Description", "new"}});
  EXPECT_EQ(value_before(1), "two");
  EXPECT_EQ(value_before(2), "one");
  EXPECT_EQ(value_before(3), "one");
  EXPECT_EQ(read({.versions_back = 1}, "DescribeSecret")["VersionIdsToStages"].size(), 2u);
}

TEST_F(History, CountsVersionsFromWhereTheLagEnds) {
  EXPECT_EQ(value({.lag = 1s, .versions_back = 1}), "one");
  EXPECT_EQ(value({.lag = 3s, .versions_back = 1}), kNotFound);
}

TEST_F(History, CountsNoVersionsOfAnEarlierSecretOfThatName) {
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  service.create("a", "another");
  EXPECT_EQ(value_before(1), "another");
  service.put("a", "next");
  EXPECT_EQ(value_before(1), "another");
  EXPECT_EQ(value_before(9), "another");
}

TEST_F(History, StopsAtTheFirstVersionOfASecretThatWasCreatedWithoutOne) {
  service.call("CreateSecret", {{"Name", "b"}});
  service.put("b", "first");
  for (const unsigned back : {1u, 2u}) {
    const auto heard = read({.versions_back = back}, "GetSecretValue", {{"SecretId", "b"}});
    EXPECT_EQ(heard["SecretString"], "first");
  }
}

TEST_F(History, CountsAVersionWhenItGetsItsValue) {
  rotate(5);
  EXPECT_EQ(value_before(1), "two");
  finish(rotator.orders.at(0));
  EXPECT_EQ(value(), "rotated");
  EXPECT_EQ(value_before(1), "three");
}

TEST_F(History, ReachesAsFarBackAsItWasKept) {
  service.emulator().keep_history(false);
  service.emulator().keep_history(true);
  service.create("b", "new");
  service.clock.advance(1s);
  service.put("a", "four");
  EXPECT_EQ(value_at(1us), "three");
  EXPECT_EQ(value_at(1h), "three");
  EXPECT_EQ(value_before(3), "three");
  EXPECT_EQ(read({.lag = 1h}, "GetSecretValue", {{"SecretId", "b"}}).error(), kNotFound);
}

TEST_F(History, ReachesAHundredChangesBack) {
  constexpr int kMore = 10;
  for (int i = 0; i < static_cast<int>(emulator::Trail::kChanges) + kMore; ++i) {
    service.clock.advance(1s);
    service.call("UpdateSecret", {{"SecretId", "a"}, {"Description", std::to_string(i)}});
  }
  EXPECT_EQ(read({.lag = 100s}, "DescribeSecret")["Description"], std::to_string(kMore - 1));
  EXPECT_EQ(read({.lag = 1h}, "DescribeSecret")["Description"], std::to_string(kMore - 1));
}

TEST_F(History, IsNotKeptUnlessSomebodyWantsIt) {
  Service plain;
  plain.create("a", "one");
  plain.clock.advance(1s);
  plain.call_on({.visible_after = 1h}, "PutSecretValue",
                {{"SecretId", "a"}, {"SecretString", "two"}});
  for (const aws::Terms& terms : {aws::Terms{.lag = 1h}, aws::Terms{.versions_back = 1}}) {
    EXPECT_EQ(plain.call_on(terms, "GetSecretValue", {{"SecretId", "a"}})["SecretString"], "two");
  }
}

TEST_F(History, HidesAWriteFromReadersForATime) {
  put_hidden("four", 5s);
  EXPECT_EQ(value(), "three");
  EXPECT_EQ(service.stages("a").size(), 2u);
  service.clock.advance(5s - 1us);
  EXPECT_EQ(value(), "three");
  service.clock.advance(1us);
  EXPECT_EQ(value(), "four");
}

TEST_F(History, HidesACreationAndADeletion) {
  service.call_on({.visible_after = 5s}, "CreateSecret", {{"Name", "b"}, {"SecretString", "new"}});
  service.call_on({.visible_after = 5s}, "DeleteSecret",
                  {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  EXPECT_EQ(service.get("b").error(), kNotFound);
  EXPECT_EQ(value(), "three");
  service.clock.advance(5s);
  EXPECT_EQ(service.get("b")["SecretString"], "new");
  EXPECT_EQ(value(), kNotFound);
}

TEST_F(History, HidesNothingFromThoseWhoWrite) {
  service.call_on({.visible_after = 5s}, "CreateSecret", {{"Name", "b"}});
  EXPECT_TRUE(service.create("b").error().starts_with("400 ResourceExistsException"));
  EXPECT_EQ(service.put("b", "value").error(), "ok");
}

TEST_F(History, ShowsEachHiddenWriteInItsTime) {
  put_hidden("four", 4s);
  service.clock.advance(1s);
  put_hidden("five", 5s);
  service.clock.advance(3s - 1us);
  EXPECT_EQ(value(), "three");
  service.clock.advance(1us);
  EXPECT_EQ(value(), "four");
  service.clock.advance(2s);
  EXPECT_EQ(value(), "five");
}

TEST_F(History, ShowsWithAChangeAllThatCameBefore) {
  put_hidden("four", 1h);
  service.clock.advance(1s);
  put_hidden("five", 1s);
  EXPECT_EQ(value(), "three");
  service.clock.advance(1s);
  EXPECT_EQ(value(), "five");
  EXPECT_EQ(
      read({}, "ListSecretVersionIds", {{"SecretId", "a"}, {"IncludeDeprecated", true}})["Versions"]
          .size(),
      5u);
}

TEST_F(History, IsOfWhatReadersSaw) {
  put_hidden("four", 5s);
  service.clock.advance(6s);
  EXPECT_EQ(value_at(1s), "four");
  EXPECT_EQ(value_at(2s), "three");
}

TEST_F(History, HidesNothingWhenTheClockWasPutBack) {
  service.put("a", "four");
  service.clock.advance(-1s);
  EXPECT_EQ(value(), "four");
}

TEST_F(History, CanBeGivenUp) {
  put_hidden("four", 1h);
  service.emulator().keep_history(false);
  EXPECT_EQ(value(), "four");
  EXPECT_EQ(value_at(1s), "four");
}

TEST_F(History, IsOfReplicasToo) {
  service.call("ReplicateSecretToRegions",
               {{"SecretId", "a"}, {"AddReplicaRegions", {{{"Region", "eu-west-1"}}}}});
  const auto in_europe = [&](const aws::Terms& terms) {
    CallBuilder built(emulator::secrets_manager(), "GetSecretValue", {{"SecretId", "a"}});
    auto call = built.signed_by("AKID", "eu-west-1").call();
    call.terms = terms;
    const auto heard = service.answer(std::move(call));
    return heard.error() == "ok" ? heard["SecretString"].get<std::string>() : heard.error();
  };
  EXPECT_EQ(in_europe({}), "three");
  service.clock.advance(1s);
  service.put("a", "four");
  EXPECT_EQ(in_europe({}), "four");
  EXPECT_EQ(in_europe({.lag = 1s}), "three");
  EXPECT_EQ(in_europe({.lag = 1s + 1us}), kNotFound);
}

}  // namespace
}  // namespace stunt::test
