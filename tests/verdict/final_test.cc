// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vault.h"

namespace stunt::verdict {
namespace {

using test::token;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct FinalTest : testing::Test {
  FinalTest() {
    vault.call("CreateSecret", {{"Name", "prod/db"},
                                {"SecretString", R"({"user":"app","password":"hunter22"})"},
                                {"Description", "the database"},
                                {"ClientRequestToken", token(1)}});
    vault.call(
        "PutSecretValue",
        {{"SecretId", "prod/db"}, {"SecretString", "hunter33"}, {"ClientRequestToken", token(2)}});
    vault.call(
        "PutSecretValue",
        {{"SecretId", "prod/db"}, {"SecretString", "hunter44"}, {"ClientRequestToken", token(3)}});
    vault.call("CreateSecret", {{"Name", "gone"}, {"ClientRequestToken", token(4)}});
    vault.call("DeleteSecret", {{"SecretId", "gone"}});
  }

  Finding judge(const std::string& final) { return vault.judge("{final: " + final + "}"); }
  Status of(const std::string& final) { return judge(final).status; }

  test::Vault vault;
};

TEST_F(FinalTest, CountsAllVersions) {
  EXPECT_EQ(of("{prod/db: {versions: 3}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {versions: {atMost: 3}}}"), Status::pass);
  const auto finding = judge("{prod/db: {versions: 1}}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "prod/db: there are 3 versions, expected 1");
}

TEST_F(FinalTest, ComparesValuesAndNeverShowsThem) {
  EXPECT_EQ(of("{prod/db: {current: {SecretString: hunter44}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {previous: {SecretString: hunter33}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {SecretString: {not: hunter33}}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {SecretString: {glob: 'hunter*'}}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {SecretString: {regex: '^hunter[0-9]+$'}}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {SecretBinary: {absent: true}}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {SecretString: 'hunter*'}}}"), Status::fail);
  const auto finding = judge("{prod/db: {current: {SecretString: hunter22}}}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "prod/db: current/SecretString differs");
  EXPECT_THAT(finding.name, Not(HasSubstr("hunter")));
}

TEST_F(FinalTest, LooksIntoJson) {
  vault.call("PutSecretValue", {{"SecretId", "prod/db"},
                                {"SecretString", R"({"user":"app","port":5432})"},
                                {"ClientRequestToken", token(5)}});
  EXPECT_EQ(of("{prod/db: {current: {SecretString: {user: app}}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {SecretString: {port: 5432}}}}"), Status::pass);
  const auto finding = judge("{prod/db: {current: {SecretString: {user: web, host: x}}}}");
  EXPECT_EQ(finding.text, "prod/db: current/SecretString/user differs");
  EXPECT_THAT(finding.details, ElementsAre("prod/db: current/SecretString/host differs"));
}

TEST_F(FinalTest, KnowsWhatIsNotThere) {
  EXPECT_EQ(of("{nobody: {absent: true}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {absent: true}}"), Status::fail);
  EXPECT_EQ(judge("{nobody: {versions: 1}}").text, "nobody: there is no such secret");
  EXPECT_EQ(of("{prod/db: {pending: {absent: true}}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {current: {absent: true}}}"), Status::fail);
  EXPECT_EQ(judge("{prod/db: {pending: {SecretString: x}}}").text,
            "prod/db: no version has AWSPENDING");
}

TEST_F(FinalTest, KnowsWhatIsDeleted) {
  EXPECT_EQ(of("{gone: {deleted: true}, prod/db: {deleted: false}}"), Status::pass);
  EXPECT_EQ(of("{gone: {deleted: false}}"), Status::fail);
  EXPECT_EQ(of("{prod/db: {deleted: true}}"), Status::fail);
}

TEST_F(FinalTest, ComparesWhatDescribeSecretTells) {
  EXPECT_EQ(of("{prod/db: {Description: the database, OwningService: null}}"), Status::pass);
  EXPECT_EQ(of("{prod/db: {Name: prod/db, Description: {glob: 'the *'}}}"), Status::pass);
  EXPECT_EQ(judge("{prod/db: {Description: another}}").text, "prod/db: /Description differs");
}

TEST_F(FinalTest, WithoutAnEngineIsInconclusive) {
  EXPECT_EQ(vault.script().judge("{final: {prod/db: {versions: 1}}}").status, Status::inconclusive);
}

TEST_F(FinalTest, AnErrorOfTheEngineIsInconclusive) {
  auto evidence = vault.evidence();
  evidence.ask = [](std::string_view, const aws::Json&) {
    return http::Reply{500, {}, R"({"__type":"InternalServiceError"})"};
  };
  const auto finding = vault.script().judge("{final: {prod/db: {versions: 1}}}", evidence);
  EXPECT_EQ(finding.status, Status::inconclusive);
  EXPECT_THAT(finding.text, HasSubstr("the engine answers DescribeSecret with InternalService"));
}

}  // namespace
}  // namespace stunt::verdict
