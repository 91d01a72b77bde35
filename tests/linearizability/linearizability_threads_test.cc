// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <map>

#include "../emulator/service.h"
#include "emulator/operations/list.h"
#include "hammer.h"
#include "racy_secret.h"

namespace stunt::test {
namespace {

using What = Command::What;

/// The emulator with the model's secret, called as a client calls it.
class Client {
 public:
  Client() {
    service.call("CreateSecret",
                 {{"Name", "a"}, {"SecretString", "first"}, {"ClientRequestToken", token(1)}});
    apply({.what = What::put, .label = "CANARY", .version = token(2), .value = "second"});
  }

  std::string apply(const Command& command) {
    const auto heard = call(command);
    if (heard.reply.status != 200) {
      return heard["__type"] == "InvalidRequestException" ? kMarkedForDeletion : kRefused;
    }
    if (command.what == What::put) return joined(heard["VersionStages"]);
    if (command.what == What::describe) return described(heard);
    if (command.what != What::read) return kDone;
    return heard["VersionId"].get<std::string>() + " " + heard["SecretString"].get<std::string>() +
           joined(heard["VersionStages"]);
  }

 private:
  Heard call(const Command& command) {
    Json body = {{"SecretId", "a"}};
    switch (command.what) {
      case What::put:
        body["ClientRequestToken"] = command.version;
        body["SecretString"] = command.value;
        body["VersionStages"] = {command.label};
        return service.call("PutSecretValue", body);
      case What::move:
        body["VersionStage"] = command.label;
        body["MoveToVersionId"] = command.version;
        body["RemoveFromVersionId"] = command.from;
        return service.call("UpdateSecretVersionStage", body);
      case What::read:
        body["VersionStage"] = command.label;
        return service.call("GetSecretValue", body);
      case What::describe:
        return service.call("DescribeSecret", body);
      case What::schedule:
        return service.call("DeleteSecret", body);
      case What::restore:
        break;
    }
    return service.call("RestoreSecret", body);
  }

  static std::string joined(const Json& labels) {
    std::string text;
    for (const auto& label : labels) text += " " + label.get<std::string>();
    return text;
  }

  static std::string described(const Heard& heard) {
    std::string text = heard["DeletedDate"].is_null() ? "active" : "scheduled";
    const auto versions = heard["VersionIdsToStages"];
    std::map<std::string, Json> sorted;
    for (const auto& [version, labels] : versions.items()) sorted[version] = labels;
    for (const auto& [version, labels] : sorted) text += ", " + version + joined(labels);
    return text;
  }

  Service service;
};

/// How many histories are made of the emulator: script/soak wants more.
int histories() {
  const char* asked = std::getenv("STUNT_HISTORIES");
  return asked ? std::atoi(asked) : 100;
}

Seen seen(Command command, std::string answer, std::uint64_t began, std::uint64_t ended) {
  return {0, std::move(command), std::move(answer), began, ended};
}

const Command kPut = {
    .what = What::put, .label = "AWSCURRENT", .version = token(3), .value = "third"};
const Command kRead = {.what = What::read, .label = "AWSCURRENT"};
const std::string kFirst = token(1) + " first AWSCURRENT";
const std::string kThird = token(3) + " third AWSCURRENT";

TEST(Checker, AcceptsWhatCameOneBehindTheOther) {
  EXPECT_TRUE(is_linearizable(
      {seen(kRead, kFirst, 1, 2), seen(kPut, " AWSCURRENT", 3, 4), seen(kRead, kThird, 5, 6)}));
}

TEST(Checker, AcceptsWhatCameAtOnceInEitherOrder) {
  EXPECT_TRUE(is_linearizable({seen(kPut, " AWSCURRENT", 1, 4), seen(kRead, kFirst, 2, 3)}));
  EXPECT_TRUE(is_linearizable({seen(kPut, " AWSCURRENT", 1, 4), seen(kRead, kThird, 2, 3)}));
}

TEST(Checker, RefusesAStaleRead) {
  EXPECT_FALSE(is_linearizable({seen(kPut, " AWSCURRENT", 1, 2), seen(kRead, kFirst, 3, 4)}));
}

TEST(Checker, RefusesReadsThatGoBackInTime) {
  EXPECT_FALSE(is_linearizable(
      {seen(kPut, " AWSCURRENT", 1, 6), seen(kRead, kThird, 2, 3), seen(kRead, kFirst, 4, 5)}));
}

TEST(Checker, RefusesAValueThatNobodyWrote) {
  EXPECT_FALSE(is_linearizable(
      {seen(kPut, " AWSCURRENT", 1, 4), seen(kRead, token(3) + " thi AWSCURRENT", 2, 3)}));
}

/// True if one of some thousand histories shows that something is wrong.
bool is_found(Race race) {
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    RacySecret secret(race);
    const auto apply = [&](const Command& command) { return secret.apply(command); };
    if (!is_linearizable(hammer(apply, {}, seed))) return true;
  }
  return false;
}

TEST(Races, WithALockThatIsDroppedAreFound) { EXPECT_TRUE(is_found(Race::lock_dropped)); }

TEST(Races, WithALabelInTwoStepsAreFound) { EXPECT_TRUE(is_found(Race::label_in_two_steps)); }

TEST(Races, WithAHalfWrittenVersionAreFound) { EXPECT_TRUE(is_found(Race::half_written)); }

TEST(Races, AreNotFoundWhereThereAreNone) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    RacySecret secret(Race::none);
    const auto apply = [&](const Command& command) { return secret.apply(command); };
    ASSERT_TRUE(is_linearizable(hammer(apply, {}, seed))) << seed;
  }
}

TEST(TheEmulator, IsLinearizable) {
  const Hammer settings{.moves = emulator::find_operation("UpdateSecretVersionStage") != nullptr};
  for (int seed = 1; seed <= histories(); ++seed) {
    Client client;
    const auto apply = [&](const Command& command) { return client.apply(command); };
    const auto history = hammer(apply, settings, static_cast<std::uint64_t>(seed));
    ASSERT_TRUE(is_linearizable(history)) << "seed " << seed << "\n" << to_string(history);
  }
}

}  // namespace
}  // namespace stunt::test
