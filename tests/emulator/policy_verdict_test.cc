// SPDX-License-Identifier: MIT
#include <map>

#include <gtest/gtest.h>

#include "emulator/policy/breadth.h"
#include "emulator/policy/grammar.h"
#include "emulator/policy/verdict.h"
#include "policies.h"

namespace stunt::test {
namespace {

using namespace emulator::policy;

Policy read(std::initializer_list<Json> statements) {
  return read_policy(policy_of(statements)).value();
}

using Said = std::map<std::string, std::vector<std::string>>;

/// Account 111122223333 wants to read a secret of another one.
Request request(Said said = {}) {
  return {
      "111122223333", "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-a1b2c3",
      [said = std::move(said)](std::string_view key) -> std::optional<std::vector<std::string>> {
        const auto found = said.find(std::string(key));
        if (found == said.end()) return std::nullopt;
        return found->second;
      }};
}

std::string said_of(std::initializer_list<Json> statements, const Request& wish = request()) {
  switch (verdict(read(statements), wish)) {
    case Verdict::silent:
      return "silent";
    case Verdict::allowed:
      return "allowed";
    case Verdict::denied:
      return "denied";
  }
  return "";
}

Json naming(const Json& principal) { return statement({{"Principal", principal}}); }

Json denying(const Json& principal) {
  return statement({{"Effect", "Deny"}, {"Principal", principal}});
}

Json somebody(const char* name) { return {{"AWS", name}}; }

/// Whether one condition lets the request in.
bool holds_for(const char* op, const Json& wanted, Said said) {
  const auto one = statement({{"Condition", {{op, {{"k", wanted}}}}}});
  return said_of({one}, request(std::move(said))) == "allowed";
}

TEST(PolicyVerdict, AllowsWhomItNames) {
  EXPECT_EQ(said_of({statement()}), "allowed");
  EXPECT_EQ(said_of({naming("*")}), "allowed");
  EXPECT_EQ(said_of({naming(somebody("*"))}), "allowed");
  EXPECT_EQ(said_of({naming(somebody("111122223333"))}), "allowed");
  EXPECT_EQ(said_of({naming(somebody("444455556666"))}), "silent");
  EXPECT_EQ(said_of({naming({{"AWS", {"444455556666", "111122223333"}}})}), "allowed");
  EXPECT_EQ(said_of({naming({{"Service", "rds.amazonaws.com"}})}), "silent");
}

TEST(PolicyVerdict, TakesTheCallerForAnyoneOfItsAccountWhoIsAllowed) {
  EXPECT_EQ(said_of({naming(somebody("arn:aws:iam::111122223333:role/r"))}), "allowed");
  EXPECT_EQ(said_of({naming(somebody("arn:aws:iam::444455556666:role/r"))}), "silent");
}

TEST(PolicyVerdict, TakesTheCallerForNobodyOfItsAccountWhoIsDenied) {
  EXPECT_EQ(said_of({statement(), denying(somebody("arn:aws:iam::111122223333:role/r"))}),
            "allowed");
  EXPECT_EQ(said_of({statement(), denying(somebody("arn:aws:iam::111122223333:root"))}), "denied");
}

TEST(PolicyVerdict, LetsADenialWinWhereverItStands) {
  EXPECT_EQ(said_of({statement(), denying("*")}), "denied");
  EXPECT_EQ(said_of({denying("*"), statement()}), "denied");
  EXPECT_EQ(said_of({denying(somebody("444455556666")), statement()}), "allowed");
}

TEST(PolicyVerdict, TurnsNotPrincipalRound) {
  const auto all_but = [](const char* effect, const char* name) {
    auto one = statement({{"Effect", effect}, {"NotPrincipal", somebody(name)}});
    one.erase("Principal");
    return one;
  };
  EXPECT_EQ(said_of({all_but("Allow", "444455556666")}), "allowed");
  EXPECT_EQ(said_of({all_but("Allow", "111122223333")}), "silent");
  EXPECT_EQ(said_of({all_but("Deny", "444455556666")}), "denied");
  EXPECT_EQ(said_of({statement(), all_but("Deny", "arn:aws:iam::111122223333:role/r")}), "allowed");
}

TEST(PolicyVerdict, MatchesActionsByWildcardAndInAnyCase) {
  const auto doing = [](const Json& action) { return said_of({statement({{"Action", action}})}); };
  for (const char* action : {"*", "secretsmanager:*", "secretsmanager:Get*", "*:GetSecretValue",
                             "secretsmanager:getsecretVALUE", "secretsmanager:GetSecretValu?"}) {
    EXPECT_EQ(doing(action), "allowed") << action;
  }
  for (const char* action : {"secretsmanager:GetSecret", "secretsmanager:GetSecretValue?", "s3:*",
                             "secretsmanager:*Secret"}) {
    EXPECT_EQ(doing(action), "silent") << action;
  }
}

TEST(PolicyVerdict, MatchesResourcesByWildcardAndCase) {
  const auto on = [](const char* resource) {
    return said_of({statement({{"Resource", resource}})});
  };
  EXPECT_EQ(on("arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-a1b2c3"), "allowed");
  EXPECT_EQ(on("arn:aws:secretsmanager:*:*:secret:prod/*-??????"), "allowed");
  EXPECT_EQ(on("arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db"), "silent");
  EXPECT_EQ(on("arn:aws:secretsmanager:us-east-1:000000000000:secret:Prod/*"), "silent");
}

TEST(PolicyVerdict, TurnsNotActionAndNotResourceRound) {
  const auto all_but = [](const char* what, const char* entry) {
    auto one = statement({{"Not" + std::string(what), entry}});
    one.erase(what);
    return said_of({one});
  };
  EXPECT_EQ(all_but("Action", "secretsmanager:GetSecretValue"), "silent");
  EXPECT_EQ(all_but("Action", "secretsmanager:DeleteSecret"), "allowed");
  EXPECT_EQ(all_but("Resource", "*"), "silent");
  EXPECT_EQ(all_but("Resource", "arn:aws:secretsmanager:*:*:secret:other"), "allowed");
}

TEST(PolicyVerdict, WantsEveryConditionToHold) {
  const auto both = statement({{"Condition", {{"StringEquals", {{"a", "1"}, {"b", "2"}}}}}});
  EXPECT_EQ(said_of({both}, request({{"a", {"1"}}, {"b", {"2"}}})), "allowed");
  EXPECT_EQ(said_of({both}, request({{"a", {"1"}}, {"b", {"3"}}})), "silent");
}

TEST(PolicyVerdict, ComparesTexts) {
  EXPECT_TRUE(holds_for("StringEquals", {"x", "y"}, {{"k", {"y"}}}));
  EXPECT_FALSE(holds_for("StringEquals", "x", {{"k", {"X"}}}));
  EXPECT_TRUE(holds_for("StringEqualsIgnoreCase", "x", {{"k", {"X"}}}));
  EXPECT_FALSE(holds_for("StringEquals", "x*", {{"k", {"xy"}}}));
  EXPECT_TRUE(holds_for("StringLike", "x*z?", {{"k", {"xyyz1"}}}));
  EXPECT_FALSE(holds_for("StringLike", "x*z?", {{"k", {"xyyz"}}}));
  EXPECT_TRUE(holds_for("Bool", true, {{"k", {"true"}}}));
  EXPECT_FALSE(holds_for("Bool", "false", {{"k", {"true"}}}));
}

TEST(PolicyVerdict, ComparesArnsPartByPart) {
  const Said arn = {{"k", {"arn:aws:iam::111122223333:role/a/b"}}};
  EXPECT_TRUE(holds_for("ArnLike", "arn:aws:iam::111122223333:role/*", arn));
  EXPECT_TRUE(holds_for("ArnEquals", "arn:*:iam::*:role/a/?", arn));
  EXPECT_FALSE(holds_for("ArnLike", "arn:aws:*:role/a/b", arn));
  EXPECT_TRUE(holds_for("ArnNotLike", "arn:aws:iam::444455556666:role/*", arn));
}

TEST(PolicyVerdict, WantsNoneOfTheValuesOfANegatedCondition) {
  EXPECT_FALSE(holds_for("StringNotEquals", {"x", "y"}, {{"k", {"y"}}}));
  EXPECT_TRUE(holds_for("StringNotEquals", {"x", "y"}, {{"k", {"z"}}}));
}

TEST(PolicyVerdict, KnowsWhatACallDidNotSay) {
  const Said nothing = {{"k", {}}};
  EXPECT_FALSE(holds_for("StringEquals", "x", nothing));
  EXPECT_TRUE(holds_for("StringEqualsIfExists", "x", nothing));
  EXPECT_TRUE(holds_for("StringNotEquals", "x", nothing));
  EXPECT_TRUE(holds_for("Null", "true", nothing));
  EXPECT_FALSE(holds_for("Null", "false", nothing));
  EXPECT_TRUE(holds_for("Null", false, {{"k", {"x"}}}));
  EXPECT_FALSE(holds_for("ForAnyValue:StringEquals", "x", nothing));
  EXPECT_TRUE(holds_for("ForAllValues:StringEquals", "x", nothing));
}

TEST(PolicyVerdict, AsksSomeOrAllOfManyValues) {
  const Said both = {{"k", {"x", "y"}}};
  EXPECT_TRUE(holds_for("ForAnyValue:StringEquals", "x", both));
  EXPECT_FALSE(holds_for("ForAnyValue:StringEquals", "z", both));
  EXPECT_FALSE(holds_for("ForAllValues:StringEquals", "x", both));
  EXPECT_TRUE(holds_for("ForAllValues:StringEquals", {"x", "y", "z"}, both));
}

TEST(PolicyVerdict, TakesAnUnknownKeyForAMismatchHoweverItIsAsked) {
  for (const char* op : {"StringEquals", "StringNotEquals", "StringEqualsIfExists", "Null",
                         "ForAllValues:StringEquals", "StringNotLikeIfExists"}) {
    EXPECT_FALSE(holds_for(op, "true", {})) << op;
  }
}

TEST(PolicyVerdict, ComparesNoNumbersDatesOrAddresses) {
  EXPECT_FALSE(holds_for("NumericEquals", 7, {{"k", {"7"}}}));
  EXPECT_FALSE(holds_for("NotIpAddress", "10.0.0.0/8", {{"k", {"7"}}}));
}

TEST(PolicyVerdict, DoesNotCareForTheCaseOfAKey) {
  const auto one = statement({{"Condition", {{"StringEquals", {{"AWS:PrincipalAccount", "1"}}}}}});
  EXPECT_EQ(said_of({one}, request({{"aws:principalaccount", {"1"}}})), "allowed");
}

bool is_broad_under(const Json& condition) {
  return is_broad(read({statement({{"Principal", "*"}, {"Condition", condition}})}));
}

TEST(PolicyBreadth, IsToAllowAnybody) {
  EXPECT_TRUE(is_broad(read({naming("*")})));
  EXPECT_TRUE(is_broad(read({statement(), naming({{"AWS", {"111122223333", "*"}}})})));
  EXPECT_FALSE(is_broad(read({statement()})));
  EXPECT_FALSE(is_broad(read({naming({{"Service", "rds.amazonaws.com"}})})));
  EXPECT_FALSE(is_broad(read({denying("*")})));
}

TEST(PolicyBreadth, IsToAllowAllButSome) {
  auto one = statement({{"NotPrincipal", somebody("111122223333")}});
  one.erase("Principal");
  EXPECT_TRUE(is_broad(read({one})));
}

TEST(PolicyBreadth, IsNarrowedByAConditionOnWhoOrWhere) {
  for (const char* key :
       {"aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:SourceAccount", "aws:SourceVpc",
        "aws:SourceVpce", "AWS:sourceaccount", "aws:PrincipalArn", "aws:SourceArn"}) {
    EXPECT_FALSE(is_broad_under({{"StringEquals", {{key, "one"}}}})) << key;
  }
  EXPECT_FALSE(is_broad_under({{"ForAnyValue:StringLike", {{"aws:PrincipalOrgPaths", "o-1/r/"}}}}));
}

TEST(PolicyBreadth, IsNotNarrowedByOtherConditions) {
  EXPECT_TRUE(is_broad_under(Json::object()));
  EXPECT_TRUE(is_broad_under({{"StringEquals", {{"secretsmanager:VersionStage", "AWSCURRENT"}}}}));
  EXPECT_TRUE(is_broad_under({{"Bool", {{"aws:SecureTransport", "true"}}}}));
  EXPECT_TRUE(is_broad_under({{"StringNotEquals", {{"aws:SourceAccount", "111122223333"}}}}));
}

TEST(PolicyBreadth, IsNotNarrowedByAConditionThatHoldsForCallsThatDoNotSay) {
  EXPECT_TRUE(is_broad_under({{"StringEqualsIfExists", {{"aws:SourceAccount", "1"}}}}));
  EXPECT_TRUE(is_broad_under({{"ForAllValues:StringEquals", {{"aws:SourceAccount", "1"}}}}));
  EXPECT_TRUE(is_broad_under({{"Null", {{"aws:SourceAccount", "false"}}}}));
}

TEST(PolicyBreadth, IsNotNarrowedByAValueThatStandsForAll) {
  const auto like = [](const Json& value) {
    return is_broad_under({{"StringLike", {{"aws:PrincipalArn", value}}}});
  };
  EXPECT_TRUE(like("*"));
  EXPECT_TRUE(like("arn:aws:iam::*:role/r"));
  EXPECT_TRUE(like("${aws:PrincipalArn}"));
  EXPECT_TRUE(like({"arn:aws:iam::111122223333:role/r", "*"}));
  EXPECT_FALSE(like("arn:aws:iam::111122223333:role/*"));
}

TEST(PolicyBreadth, IsNarrowedByASmallNetworkOnly) {
  const auto from = [](const char* range) {
    return is_broad_under({{"IpAddress", {{"aws:SourceIp", range}}}});
  };
  EXPECT_FALSE(from("203.0.113.0/24"));
  EXPECT_FALSE(from("203.0.113.7"));
  EXPECT_FALSE(from("2001:db8::/32"));
  EXPECT_TRUE(from("0.0.0.0/0"));
  EXPECT_TRUE(from("2000::/8"));
  EXPECT_TRUE(from("203.0.113.0/x"));
}

}  // namespace
}  // namespace stunt::test
