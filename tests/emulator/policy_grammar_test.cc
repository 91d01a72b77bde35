// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "emulator/policy/grammar.h"
#include "policies.h"

namespace stunt::test {
namespace {

using namespace emulator::policy;

/// "ok", or what is wrong.
std::string flaw(const std::string& text) {
  const auto read = read_policy(text);
  if (read) return "ok";
  return read.error() == Flaw::principal ? "principal" : "syntax";
}

/// The same of a policy whose only statement has this element.
std::string flaw_with(const char* name, const Json& value) {
  auto one = statement();
  one[name] = value;
  return flaw(policy_of({one}));
}

std::string flaw_without(const char* name) {
  auto one = statement();
  one.erase(name);
  return flaw(policy_of({one}));
}

std::string flaw_of_aws(const char* name) { return flaw_with("Principal", {{"AWS", name}}); }

TEST(PolicyGrammar, TakesAPolicyAsAwsShowsIt) {
  EXPECT_EQ(flaw(R"({"Version":"2012-10-17","Id":"mine","Statement":[{"Sid":"one","Effect":"Allow",
      "Principal":{"AWS":"arn:aws:iam::123456789012:root"},
      "Action":"secretsmanager:GetSecretValue","Resource":"*"}]})"),
            "ok");
}

TEST(PolicyGrammar, TakesOneStatementWithoutAListAndNoVersion) {
  EXPECT_EQ(flaw(Json({{"Statement", statement()}}).dump()), "ok");
}

TEST(PolicyGrammar, KnowsTwoVersions) {
  const auto of_version = [](const Json& version) {
    return flaw(Json({{"Version", version}, {"Statement", statement()}}).dump());
  };
  EXPECT_EQ(of_version("2012-10-17"), "ok");
  EXPECT_EQ(of_version("2008-10-17"), "ok");
  EXPECT_EQ(of_version("2019-10-19"), "syntax");
  EXPECT_EQ(of_version(2012), "syntax");
  EXPECT_EQ(of_version(nullptr), "syntax");
}

TEST(PolicyGrammar, RefusesWhatIsNoPolicy) {
  for (const char* text :
       {"", "policy", "{", "{}", "[]", "null", "7", R"({"Version":"2012-10-17"})",
        R"({"Statement":[]})", R"({"Statement":[7]})", R"({"Statement":"x"})"}) {
    EXPECT_EQ(flaw(text), "syntax") << text;
  }
}

TEST(PolicyGrammar, RefusesElementsThatItDoesNotKnow) {
  EXPECT_EQ(flaw_with("Wish", "x"), "syntax");
  EXPECT_EQ(flaw_with("effect", "Allow"), "syntax");
  EXPECT_EQ(flaw(Json({{"Statement", statement()}, {"Wish", 1}}).dump()), "syntax");
}

TEST(PolicyGrammar, RefusesElementsThatAreThereTwice) {
  const auto one = statement().dump();
  EXPECT_EQ(flaw(R"({"Statement":)" + one + R"(,"Statement":)" + one + "}"), "syntax");
  EXPECT_EQ(flaw(R"({"Statement":{"Effect":"Deny",)" + one.substr(1) + "}"), "syntax");
  EXPECT_EQ(flaw(R"({"Statement":[)" + one + "," + one + "]}"), "ok");
}

TEST(PolicyGrammar, RefusesAStatementThatLacksAnElement) {
  for (const char* name : {"Effect", "Principal", "Action", "Resource"}) {
    EXPECT_EQ(flaw_without(name), "syntax") << name;
  }
}

TEST(PolicyGrammar, RefusesAnElementTogetherWithItsOpposite) {
  EXPECT_EQ(flaw_with("NotPrincipal", "*"), "syntax");
  EXPECT_EQ(flaw_with("NotAction", "secretsmanager:GetSecretValue"), "syntax");
  EXPECT_EQ(flaw_with("NotResource", "*"), "syntax");
}

TEST(PolicyGrammar, TakesTheOppositesAlone) {
  for (const char* name : {"Principal", "Action", "Resource"}) {
    auto one = statement();
    one["Not" + std::string(name)] = one[name];
    one.erase(name);
    EXPECT_EQ(flaw(policy_of({one})), "ok") << name;
  }
}

TEST(PolicyGrammar, KnowsTwoEffects) {
  EXPECT_EQ(flaw_with("Effect", "Deny"), "ok");
  EXPECT_EQ(flaw_with("Effect", "allow"), "syntax");
  EXPECT_EQ(flaw_with("Effect", true), "syntax");
}

TEST(PolicyGrammar, TakesActionsWithWildcardsAndLists) {
  for (const Json& action : {Json("*"), Json("secretsmanager:*"), Json("secretsmanager:Get?ecret*"),
                             Json::array({"secretsmanager:GetSecretValue", "kms:Decrypt"})}) {
    EXPECT_EQ(flaw_with("Action", action), "ok") << action;
  }
  for (const Json& action :
       {Json("GetSecretValue"), Json(""), Json(":x"), Json("x:"), Json(7), Json::array(),
        Json::array({"*", 7}), Json("secretsmanager:Get Secret"), Json(nullptr)}) {
    EXPECT_EQ(flaw_with("Action", action), "syntax") << action;
  }
}

TEST(PolicyGrammar, TakesArnsForResources) {
  EXPECT_EQ(flaw_with("Resource", "arn:aws:secretsmanager:*:111122223333:secret:a-??????"), "ok");
  EXPECT_EQ(flaw_with("Resource", "prod/db"), "syntax");
  EXPECT_EQ(flaw_with("Resource", Json::object()), "syntax");
}

TEST(PolicyGrammar, KeepsSidsApart) {
  auto one = statement(), other = statement();
  one["Sid"] = "a";
  other["Sid"] = "b";
  EXPECT_EQ(flaw(policy_of({one, other})), "ok");
  EXPECT_EQ(flaw(policy_of({one, one})), "syntax");
  EXPECT_EQ(flaw_with("Sid", 7), "syntax");
}

TEST(PolicyGrammar, KnowsTheConditionsOfIam) {
  for (const char* name :
       {"StringEquals", "StringNotLikeIfExists", "ForAnyValue:StringLike", "Null", "Bool",
        "ForAllValues:StringNotEqualsIfExists", "IpAddress", "DateLessThan", "NumericEquals"}) {
    EXPECT_EQ(flaw_with("Condition", {{name, {{"aws:SourceAccount", "1"}}}}), "ok") << name;
  }
  for (const char* name :
       {"", "Equals", "NullIfExists", "stringequals", "ForSome:StringEquals",
        "ForAnyValue:ForAllValues:StringEquals", "StringEqualsIfExistsIfExists"}) {
    EXPECT_EQ(flaw_with("Condition", {{name, {{"aws:SourceAccount", "1"}}}}), "syntax") << name;
  }
}

TEST(PolicyGrammar, TakesScalarsAndListsInConditions) {
  const auto wanting = [](const Json& value) {
    return flaw_with("Condition", {{"Bool", {{"aws:SecureTransport", value}}}});
  };
  EXPECT_EQ(wanting("true"), "ok");
  EXPECT_EQ(wanting(true), "ok");
  EXPECT_EQ(wanting(7), "ok");
  EXPECT_EQ(wanting(Json::array({"true", false})), "ok");
  EXPECT_EQ(wanting(nullptr), "syntax");
  EXPECT_EQ(wanting(Json::object()), "syntax");
  EXPECT_EQ(wanting(Json::array()), "syntax");
}

TEST(PolicyGrammar, KnowsThePrincipalsOfAws) {
  for (const char* name :
       {"*", "111122223333", "arn:aws:iam::111122223333:root", "arn:aws-cn:iam::111122223333:root",
        "arn:aws:iam::111122223333:user/path/me", "arn:aws:iam::111122223333:role/r",
        "arn:aws:sts::111122223333:assumed-role/r/session",
        "arn:aws:sts::111122223333:federated-user/me"}) {
    EXPECT_EQ(flaw_of_aws(name), "ok") << name;
  }
}

TEST(PolicyGrammar, KnowsPrincipalsOfNoAccount) {
  const auto id = std::string(64, 'a');
  EXPECT_EQ(flaw_with("Principal", {{"Service", {"rds.amazonaws.com", "ecs.amazonaws.com.cn"}}}),
            "ok");
  EXPECT_EQ(flaw_with("Principal", {{"Federated", "accounts.google.com"}}), "ok");
  EXPECT_EQ(flaw_with("Principal", {{"Federated", "arn:aws:iam::111122223333:saml-provider/p"}}),
            "ok");
  EXPECT_EQ(flaw_with("Principal", {{"CanonicalUser", id}, {"AWS", "*"}}), "ok");
}

TEST(PolicyGrammar, RefusesPrincipalsThatNobodyCanBe) {
  for (const char* name :
       {"", "me", "11112222333", "arn:aws:iam::1111:root", "arn:aws:iam::111122223333:group/g",
        "arn:aws:iam::111122223333:user/*", "arn:aws:iam::111122223333:role/",
        "arn:aws:s3:::bucket", "arn:aws:sts::111122223333:root", "AIDAEXAMPLEEXAMPLE000"}) {
    EXPECT_EQ(flaw_of_aws(name), "principal") << name;
  }
  EXPECT_EQ(flaw_with("Principal", {{"Service", "*"}}), "principal");
  EXPECT_EQ(flaw_with("Principal", {{"Service", "example.com"}}), "principal");
  EXPECT_EQ(flaw_with("Principal", {{"Federated", "me"}}), "principal");
  EXPECT_EQ(flaw_with("Principal", {{"CanonicalUser", "abc"}}), "principal");
}

TEST(PolicyGrammar, RefusesWhatIsNoPrincipalAtAll) {
  for (const Json& value :
       {Json("me"), Json("111122223333"), Json::array({"*"}), Json::object(),
        Json({{"Azure", "*"}}), Json({{"AWS", Json::array()}}), Json({{"AWS", 7}})}) {
    EXPECT_EQ(flaw_with("Principal", value), "syntax") << value;
  }
}

TEST(PolicyGrammar, TellsTheSyntaxBeforeThePrincipal) {
  auto stranger = statement(), broken = statement();
  stranger["Principal"] = {{"AWS", "me"}};
  broken.erase("Action");
  EXPECT_EQ(flaw(policy_of({stranger, broken})), "syntax");
}

TEST(PolicyGrammar, RefusesWhatNestsTooDeep) {
  EXPECT_EQ(flaw_with("Condition", Json::parse(std::string(70, '[') + std::string(70, ']'))),
            "syntax");
}

}  // namespace
}  // namespace stunt::test
