// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vault.h"

namespace stunt::verdict {
namespace {

using namespace std::chrono_literals;
using test::Line;
using test::Script;
using test::token;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

aws::Json put(const std::string& value, int number) {
  return {{"SecretId", "a"}, {"SecretString", value}, {"ClientRequestToken", token(number)}};
}

aws::Json create(const std::string& value, int number) {
  return {{"Name", "a"}, {"SecretString", value}, {"ClientRequestToken", token(number)}};
}

aws::Json got(const std::string& value, int number) {
  return {{"Name", "a"},
          {"VersionId", token(number)},
          {"SecretString", value},
          {"VersionStages", {"AWSCURRENT"}}};
}

Line get() { return Line("GetSecretValue", {{"SecretId", "a"}}); }
Line written(const aws::Json& body, int number) {
  return Line("PutSecretValue", body).answer(200, {{"Name", "a"}, {"VersionId", token(number)}});
}

/// What each does in an ordinary life, answers lost included.
TEST(Invariants, HoldInARealVault) {
  test::Vault vault;
  vault.call("CreateSecret", create("one", 1), Caller::setup);
  vault.call("GetSecretValue", {{"SecretId", "a"}});
  vault.call("PutSecretValue", put("two", 2));
  vault.call("PutSecretValue", put("two", 2));
  vault.lose("PutSecretValue", put("three", 3));
  vault.call("GetSecretValue", {{"SecretId", "a"}});
  vault.call("UpdateSecretVersionStage", {{"SecretId", "a"},
                                          {"VersionStage", "AWSCURRENT"},
                                          {"MoveToVersionId", token(1)},
                                          {"RemoveFromVersionId", token(3)}});
  vault.call("GetSecretValue", {{"SecretId", "a"}});
  vault.call("DescribeSecret", {{"SecretId", "a"}});
  vault.call("CreateSecret", {{"Name", "empty"}, {"ClientRequestToken", token(9)}});
  vault.call("BatchGetSecretValue", {{"SecretIdList", {"a"}}});
  for (const std::string name : {"oneCurrent", "noPhantomVersion", "readYourWrites",
                                 "tokenIsIdempotent", "versionValueIsAFunction"}) {
    const auto finding = vault.judge("{invariant: " + name + "}");
    EXPECT_EQ(finding.status, Status::pass) << name << ": " << finding.text;
  }
}

/// Answers like a vault in which a secret has these labels.
std::function<http::Reply(std::string_view, const aws::Json&)> vault_with(const aws::Json& stages) {
  return [stages](std::string_view operation, const aws::Json&) {
    aws::Json body;
    if (operation == "ListSecrets") {
      body["SecretList"] = {{{"Name", "a"}, {"ARN", "arn"}, {"SecretVersionsToStages", stages}}};
    } else {
      body["Versions"] = aws::Json::array();
      for (const auto& [id, labels] : stages.items())
        body["Versions"].push_back({{"VersionId", id}});
    }
    return http::Reply{200, {}, body.dump()};
  };
}

TEST(OneCurrent, IsExactlyOne) {
  const Script script;
  auto evidence = script.evidence();
  const auto of = [&](const aws::Json& stages) {
    evidence.ask = vault_with(stages);
    return script.judge("{invariant: oneCurrent}", evidence).status;
  };
  EXPECT_EQ(of({{"v1", {"AWSPREVIOUS"}}, {"v2", {"AWSCURRENT", "x"}}}), Status::pass);
  EXPECT_EQ(of(aws::Json::object()), Status::pass);
  EXPECT_EQ(of({{"v1", {"AWSCURRENT"}}, {"v2", {"AWSCURRENT"}}}), Status::fail);
  EXPECT_EQ(of({{"v1", {"AWSPREVIOUS"}}}), Status::fail);
  evidence.ask = nullptr;
  EXPECT_EQ(script.judge("{invariant: oneCurrent}", evidence).status, Status::inconclusive);
}

TEST(OneCurrent, HoldsDuringTheRunToo) {
  Script script;
  script.add(
      Line("DescribeSecret", {{"SecretId", "a"}})
          .answer(200, {{"VersionIdsToStages", {{"v1", {"AWSCURRENT"}}, {"v2", {"AWSCURRENT"}}}}}));
  auto evidence = script.evidence();
  evidence.ask = vault_with(aws::Json::object());
  const auto finding = script.judge("{invariant: oneCurrent}", evidence);
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.seqs, ElementsAre(1));
}

TEST(NoPhantomVersion, FindsVersionsFromNowhere) {
  test::Vault vault;
  vault.call("CreateSecret", create("one", 1));
  vault.ask("PutSecretValue", put("two", 2));
  const auto finding = vault.judge("{invariant: noPhantomVersion}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "a: no call stored the version " + token(2));
  auto evidence = vault.evidence();
  evidence.before = {{"a", token(2)}};
  EXPECT_EQ(vault.script().judge("{invariant: noPhantomVersion}", evidence).status, Status::pass);
}

TEST(NoPhantomVersion, FindsVersionsThatAreLost) {
  test::Vault vault;
  vault.call("CreateSecret", create("one", 1));
  vault.script().add(written(put("two", 2), 2));
  const auto finding = vault.judge("{invariant: noPhantomVersion}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "a: the version " + token(2) + " that #2 stored is not there any longer");
}

TEST(NoPhantomVersion, LetsARotationsVersionGo) {
  test::Vault vault;
  vault.call("CreateSecret", create("one", 1));
  vault.script().add(Line("RotateSecret", {{"SecretId", "a"}, {"ClientRequestToken", token(2)}})
                         .answer(200, {{"Name", "a"}, {"VersionId", token(2)}}));
  EXPECT_EQ(vault.judge("{invariant: noPhantomVersion}").status, Status::pass);
}

TEST(NoPhantomVersion, FindsVersionsThatAreReadFromNowhere) {
  test::Vault vault;
  vault.call("CreateSecret", create("one", 1));
  vault.script().add(get().answer(200, got("zero", 7)));
  EXPECT_EQ(vault.judge("{invariant: noPhantomVersion}").status, Status::fail);
}

TEST(NoPhantomVersion, HoldsForSecretsThatAreDeleted) {
  test::Vault vault;
  vault.call("CreateSecret", create("one", 1));
  vault.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(vault.judge("{invariant: noPhantomVersion}").text,
            "no version came from nowhere, and none is lost");
  EXPECT_EQ(vault.judge("{invariant: oneCurrent}").status, Status::pass);
}

TEST(NoPhantomVersion, SaysNothingOfSecretsFromBefore) {
  test::Vault vault;
  vault.ask("CreateSecret", create("one", 1));
  vault.call("PutSecretValue", put("two", 2));
  EXPECT_EQ(vault.judge("{invariant: noPhantomVersion}").status, Status::pass);
}

TEST(ReadYourWrites, FindsOldValues) {
  Script script;
  script.add(written(put("one", 1), 1))
      .add(written(put("two", 2), 2))
      .add(get().answer(200, got("one", 1)));
  const auto finding = script.judge("{invariant: readYourWrites}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.seqs, ElementsAre(2, 3));
  EXPECT_EQ(finding.text,
            "a: #3 read another value than the client had written in #2, and none that is newer");
}

Status reads(const Script& script) { return script.judge("{invariant: readYourWrites}").status; }

TEST(ReadYourWrites, AllowsValuesThatAreNewer) {
  Script script;
  script.add(written(put("one", 1), 1))
      .add(written(put("two", 2), 2).key("AKIDOTHER"))
      .add(get().answer(200, got("two", 2)));
  EXPECT_EQ(reads(script), Status::pass);
}

TEST(ReadYourWrites, AllowsWritesThatOverlap) {
  Script script;
  script.add(written(put("two", 2), 2).key("AKIDOTHER").at(0s).took(10s))
      .add(written(put("one", 1), 1).at(5s).took(1s))
      .add(get().at(20s).answer(200, got("two", 2)));
  EXPECT_EQ(reads(script), Status::pass);
}

TEST(ReadYourWrites, SaysNothingOfOtherClientsAndOtherReads) {
  Script script;
  script.add(written(put("one", 1), 1).key("AKIDOTHER"))
      .add(written(put("two", 2), 2).key("AKIDOTHER"))
      .add(get().answer(200, got("one", 1)))
      .add(Line("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "AWSPREVIOUS"}})
               .key("AKIDOTHER")
               .answer(200, got("one", 1)));
  EXPECT_EQ(reads(script), Status::pass);
}

TEST(ReadYourWrites, SaysNothingBeforeTheWriteIsAnswered) {
  Script lost, slow;
  lost.add(written(put("one", 1), 1))
      .add(written(put("two", 2), 2).ended(http::Delivery::End::reset))
      .add(get().answer(200, got("one", 1)));
  EXPECT_EQ(reads(lost), Status::pass);
  slow.add(written(put("one", 1), 1))
      .add(written(put("two", 2), 2).at(5s).took(10s))
      .add(get().at(6s).answer(200, got("one", 1)));
  EXPECT_EQ(reads(slow), Status::pass);
}

TEST(ReadYourWrites, IgnoresPendingVersionsAndRefusedWrites) {
  auto pending = put("two", 2);
  pending["VersionStages"] = {"AWSPENDING"};
  Script script;
  script.add(written(put("one", 1), 1))
      .add(written(pending, 2))
      .add(written(put("three", 3), 3).error("InvalidRequestException"))
      .add(get().answer(200, got("one", 1)));
  EXPECT_EQ(reads(script), Status::pass);
  script.add(get().answer(200, got("three", 3)));
  EXPECT_EQ(reads(script), Status::fail);
}

TEST(ReadYourWrites, FollowsAMoveOfTheLabel) {
  const auto move = [](int number) {
    return Line(
        "UpdateSecretVersionStage",
        {{"SecretId", "a"}, {"VersionStage", "AWSCURRENT"}, {"MoveToVersionId", token(number)}});
  };
  Script known, unknown;
  known.add(written(put("one", 1), 1)).add(written(put("two", 2), 2)).add(move(1));
  known.add(get().answer(200, got("one", 1)));
  EXPECT_EQ(reads(known), Status::pass);
  known.add(get().answer(200, got("zero", 7)));
  EXPECT_EQ(reads(known), Status::fail);
  unknown.add(written(put("two", 2), 2)).add(move(7)).add(get().answer(200, got("zero", 7)));
  EXPECT_EQ(reads(unknown), Status::pass);
}

TEST(TokenIsIdempotent, FindsATokenWithTwoVersions) {
  Script script;
  script.add(written(put("one", 1), 1).ended(http::Delivery::End::reset));
  EXPECT_EQ(script.judge("{invariant: tokenIsIdempotent}").status, Status::pass);
  script.add(written(put("one", 1), 2));
  const auto finding = script.judge("{invariant: tokenIsIdempotent}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.seqs, ElementsAre(1, 2));
}

TEST(VersionValueIsAFunction, FindsAVersionWithTwoValues) {
  Script script;
  script.add(written(put("one", 1), 1)).add(get().answer(200, got("one", 1)));
  EXPECT_EQ(script.judge("{invariant: versionValueIsAFunction}").status, Status::pass);
  script.add(get().answer(200, got("two", 1)));
  const auto finding = script.judge("{invariant: versionValueIsAFunction}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "the version " + token(1) + " has one value in #1 and another in #3");
}

TEST(VersionValueIsAFunction, IsAboutWhatTheEngineKeeps) {
  Script script;  // a fault replaced the answer; the engine's own is right
  script.add(written(put("one", 1), 1))
      .add(get().answer(200, got("two", 1)).real(200, got("one", 1)));
  EXPECT_EQ(script.judge("{invariant: versionValueIsAFunction}").status, Status::pass);
}

struct SecretsNeverLogged : testing::Test {
  Finding with(const std::string& text) {
    auto evidence = script.evidence();
    evidence.written = [text] { return std::vector<Written>{{"run.jsonl", text}}; };
    return script.judge("{invariant: secretsNeverLogged}", evidence);
  }

  Script script;
};

TEST_F(SecretsNeverLogged, FindsValuesInEveryForm) {
  script.add(written(put(R"({"user":"app","password":"hunter22"})", 1), 1))
      .add(get().answer(200, got("say \"<friend>\"", 2)))
      .add(Line("PutSecretValue", {{"SecretId", "a"}, {"SecretBinary", "aHVudGVyMzM="}}))
      .add(Line("GetRandomPassword", aws::Json::object())
               .answer(200, {{"RandomPassword", "Xy7!kkkkkkkk"}}));
  EXPECT_EQ(with("#1 PutSecretValue of a by app {{secret:1}}").status, Status::pass);
  for (const std::string leak :
       {"hunter22", "say \"<friend>\"", R"("x":"say \"<friend>\"")",
        "say &quot;&lt;friend&gt;&quot;", "aHVudGVyMzM=", "hunter33", "Xy7!kkkkkkkk"}) {
    const auto finding = with("a line with " + leak + " in it");
    EXPECT_EQ(finding.status, Status::fail) << leak;
    EXPECT_THAT(finding.text, HasSubstr("run.jsonl holds a value of #"));
    EXPECT_THAT(finding.text, Not(HasSubstr(leak)));
  }
}

TEST_F(SecretsNeverLogged, DoesNotLookForShortValues) {
  script.add(written(put("short", 1), 1));
  EXPECT_EQ(with("shortage").status, Status::pass);
}

TEST_F(SecretsNeverLogged, WithoutFilesIsInconclusive) {
  EXPECT_EQ(script.judge("{invariant: secretsNeverLogged}").status, Status::inconclusive);
}

}  // namespace
}  // namespace stunt::verdict
