// SPDX-License-Identifier: MIT
#include "scenarios/match.h"

#include <gtest/gtest.h>

#include "rehearsal.h"
#include "scenarios/read_match.h"

namespace stunt::scenarios {
namespace {

using test::CallBuilder;
using test::secrets_manager;

/// The conditions of a rule, held against calls.
class Conditions {
 public:
  explicit Conditions(const std::string& when)
      : rules_(test::rules_of("- {id: a, when: " + when + ", then: {delay: 0}}",
                              "state: {breaker: closed}\n")) {}

  bool meet(CallBuilder call) const { return rules_[0].when.match.matches(call.call(), board); }

  Board board{{{"breaker", "closed"}}};

 private:
  std::vector<Rule> rules_;
};

bool meet(const std::string& when, const CallBuilder& call) { return Conditions(when).meet(call); }

CallBuilder get(const char* secret = "prod/db") {
  return CallBuilder(secrets_manager(), "GetSecretValue", {{"SecretId", secret}});
}

CallBuilder create(const aws::Json& body) {
  return CallBuilder(secrets_manager(), "CreateSecret", body);
}

CallBuilder list() { return CallBuilder(secrets_manager(), "ListSecrets", aws::Json::object()); }

TEST(Service, IsTheOneThatTheCallIsSignedFor) {
  EXPECT_TRUE(meet("{service: secretsmanager}", get().signed_by("AKIA1")));
  EXPECT_TRUE(meet("{service: \"secrets*\"}", get()));
  EXPECT_FALSE(meet("{service: secretsmanager}",
                    get().header("Authorization",
                                 "AWS4-HMAC-SHA256 Credential=AKIA1/20260101/us-east-1/ssm/"
                                 "aws4_request, SignedHeaders=host, Signature=0")));
}

TEST(OperationForms, AreEqualsGlobRegexAndNot) {
  EXPECT_TRUE(meet("{operation: {equals: GetSecretValue}}", get()));
  EXPECT_FALSE(meet("{operation: {equals: ListSecrets}}", get()));
  EXPECT_TRUE(meet("{operation: {glob: Get*, not: GetRandomPassword}}", get()));
  EXPECT_TRUE(meet("{operation: {regex: \"(Get|Put)SecretValue\"}}", get()));
  EXPECT_FALSE(meet("{operation: {regex: \"(List|Put)Secret.*\"}}", get()));
  EXPECT_FALSE(meet("{operation: {not: GetSecretValue}}", get()));
  EXPECT_TRUE(meet("{operation: [ListSecrets, {not: ListSecrets}]}", get()));
}

constexpr const char* kArn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-Ab12Cd";

TEST(SecretIdForms, AreHeldAgainstNameAndArn) {
  for (const char* sent : {"prod/db", kArn}) {
    EXPECT_TRUE(meet("{secretId: {equals: prod/db}}", get(sent))) << sent;
    EXPECT_TRUE(meet("{secretId: {equals: \"" + std::string(kArn) + "\"}}", get(sent))) << sent;
    EXPECT_TRUE(meet("{secretId: {regex: \"prod/[a-z]+\"}}", get(sent))) << sent;
    EXPECT_FALSE(meet("{secretId: {regex: \"prod/[a-c]+\"}}", get(sent))) << sent;
    EXPECT_FALSE(meet("{secretId: {regex: \"prod\"}}", get(sent))) << sent;
    EXPECT_FALSE(meet("{secretId: {not: prod/db}}", get(sent))) << sent;
    EXPECT_TRUE(meet("{secretId: {glob: prod/*, not: \"*-replica\"}}", get(sent))) << sent;
  }
  EXPECT_TRUE(meet("{secretId: {regex: \"arn:aws:.*:secret:prod/db-.{6}\"}}", get(kArn)));
  EXPECT_FALSE(meet("{secretId: {not: \"arn:*\"}}", get(kArn))) << "it goes by that text, too";
}

TEST(SecretIdForms, CanAskForNone) {
  EXPECT_TRUE(meet("{secretId: {absent: true}}", list()));
  EXPECT_FALSE(meet("{secretId: {absent: true}}", get()));
  EXPECT_FALSE(meet("{secretId: {absent: false}}", list()));
  EXPECT_TRUE(meet("{secretId: {not: {absent: true}}}", get()));
  EXPECT_TRUE(meet("{secretId: {not: prod/*}}", list()));
}

TEST(Body, NeedsEveryMemberThatIsNamed) {
  const auto call = create({{"Name", "a"}, {"SecretString", "x"}, {"ClientRequestToken", nullptr}});
  EXPECT_TRUE(meet("{body: {Name: a}}", call));
  EXPECT_TRUE(meet("{body: {Name: a, SecretString: {regex: .}}}", call));
  EXPECT_FALSE(meet("{body: {Name: a, Description: b}}", call));
  EXPECT_FALSE(meet("{body: {Name: \"*\"}}", call)) << "a text stands for itself";
  EXPECT_TRUE(meet("{body: {Name: {glob: \"*\"}}}", call));
  EXPECT_FALSE(meet("{body: {Description: {glob: \"*\"}}}", call)) << "it must be there";
  EXPECT_TRUE(meet("{body: {Description: {absent: true}, Name: {absent: false}}}", call));
  EXPECT_TRUE(meet("{body: {ClientRequestToken: {absent: true}}}", call)) << "null is absent";
  EXPECT_TRUE(meet("{body: {Description: {not: {equals: b}}}}", call));
}

TEST(Body, HasNumbersListsAndObjects) {
  const auto call = CallBuilder(secrets_manager(), "PutSecretValue",
                                {{"Days", 7},
                                 {"Force", true},
                                 {"List", {"a", 2}},
                                 {"Rules", {{"In", {{"A", 1}, {"B", 2}}}}}});
  EXPECT_TRUE(meet("{body: {Days: 7, Force: true}}", call));
  EXPECT_TRUE(meet("{body: {Days: 7.0}}", call)) << "one number is another's equal";
  EXPECT_FALSE(meet("{body: {Days: \"7\"}}", call));
  EXPECT_TRUE(meet("{body: {Days: {equals: \"7\"}, Force: {regex: \"tr.*\"}}}", call));
  EXPECT_TRUE(meet("{body: {List: [a, 2]}}", call));
  EXPECT_FALSE(meet("{body: {List: [a]}}", call)) << "lists must be equal";
  EXPECT_TRUE(meet("{body: {Rules: {In: {B: 2}}}}", call)) << "objects need not";
  EXPECT_FALSE(meet("{body: {Rules: {In: {B: 1}}}}", call));
  EXPECT_TRUE(meet("{body: {Rules: {}}}", call));
  EXPECT_FALSE(meet("{body: {Days: {}}}", call));
}

TEST(BodyPointer, PointsAtOneText) {
  const auto call = CallBuilder(secrets_manager(), "PutSecretValue",
                                {{"a/b", {{"~", "x"}}}, {"List", {{{"Key", "k"}}, 5, true}}});
  EXPECT_TRUE(meet("{bodyPointer: {/a~1b/~0: x}}", call));
  EXPECT_TRUE(meet("{bodyPointer: {/List/0/Key: \"?\", /List/1: \"5\", /List/2: \"true\"}}", call));
  EXPECT_FALSE(meet("{bodyPointer: {/List/0/Key: l}}", call));
  for (const char* nowhere : {"/List/3", "/List/01", "/List/-", "/List/Key", "/List/1/Key", "/b"}) {
    EXPECT_TRUE(meet("{bodyPointer: {" + std::string(nowhere) + ": {absent: true}}}", call))
        << nowhere;
    EXPECT_FALSE(meet("{bodyPointer: {" + std::string(nowhere) + ": \"*\"}}", call)) << nowhere;
  }
}

TEST(Header, IsFoundInAnyCaseAndAnyRepetition) {
  auto call = get().header("X-Team", "blue").header("x-team", "green");
  EXPECT_TRUE(meet("{header: {x-TEAM: green}}", call));
  EXPECT_TRUE(meet("{header: {X-Team: {equals: blue}}}", call));
  EXPECT_FALSE(meet("{header: {X-Team: {not: blue}}}", call)) << "none of them may be";
  EXPECT_FALSE(meet("{header: {X-Team: red}}", call));
  EXPECT_TRUE(meet("{header: {X-Other: {absent: true}}}", call));
  EXPECT_FALSE(meet("{header: {X-Other: \"*\"}}", call));
  EXPECT_FALSE(meet("{header: {X-Team: {absent: true}}}", call));
}

TEST(Client, IsWhoSignedAndFromWhere) {
  auto call = get().signed_by("AKIA1", "eu-west-1").header("User-Agent", "Boto3/1.43");
  EXPECT_TRUE(meet("{client: {accessKeyId: AKIA1, region: eu-*, userAgent: Boto3/*}}", call));
  EXPECT_FALSE(meet("{client: {accessKeyId: AKIA2}}", call));
  EXPECT_FALSE(meet("{client: {region: us-*}}", call));
  EXPECT_FALSE(meet("{client: {userAgent: {regex: aws-sdk-.*}}}", call));
  EXPECT_TRUE(meet("{client: {accessKeyId: {absent: true}, region: {absent: true}}}", get()));
  EXPECT_FALSE(meet("{client: {accessKeyId: {absent: true}}}", call));
}

TEST(Attempt, IsTheOneThatTheSdkCounts) {
  const auto call = get().header("amz-sdk-request", "attempt=2; max=3");
  EXPECT_TRUE(meet("{attempt: 2}", call));
  EXPECT_TRUE(meet("{attempt: {from: 2}}", call));
  EXPECT_FALSE(meet("{attempt: {first: 1}}", call));
  EXPECT_FALSE(meet("{attempt: {from: 1}}", get())) << "nothing is said of attempts";
}

TEST(State, IsThatOfTheMachineWhenTheCallArrives) {
  Conditions conditions("{state: {breaker: open}}");
  EXPECT_FALSE(conditions.meet(get()));
  conditions.board.set("breaker", "open");
  EXPECT_TRUE(conditions.meet(get()));
}

TEST(NotAndAnyOf, CombineConditions) {
  EXPECT_FALSE(meet("{not: {operation: GetSecretValue}}", get()));
  EXPECT_TRUE(meet("{not: {operation: GetSecretValue, secretId: dev/*}}", get()));
  EXPECT_TRUE(meet("{anyOf: [{secretId: dev/*}, {secretId: prod/*}]}", get()));
  EXPECT_FALSE(meet("{anyOf: [{secretId: dev/*}, {secretId: test/*}]}", get()));
  EXPECT_FALSE(meet("{operation: ListSecrets, anyOf: [{attempt: {from: 1}}]}", get()));
  EXPECT_TRUE(meet("{not: {not: {secretId: prod/db}}}", get()));
  EXPECT_TRUE(meet("{not: {anyOf: [{secretId: dev/*}, {attempt: 1}]}}", get()));
}

TEST(NotAndAnyOf, TellWhichOperationsCanBeMeant) {
  const auto count = [](const std::string& when) {
    const auto rules = test::rules_of("- {id: a, when: " + when + ", then: {delay: 0}}");
    return operations_of(rules[0].when.match, secrets_manager()).size();
  };
  EXPECT_EQ(count("{not: {operation: GetSecretValue}}"), 22u);
  EXPECT_EQ(count("{not: {operation: GetSecretValue, secretId: a}}"), 23u);
  EXPECT_EQ(count("{anyOf: [{operation: GetSecretValue}, {operation: ListSecrets}]}"), 2u);
  EXPECT_EQ(count("{anyOf: [{operation: GetSecretValue}, {secretId: a}]}"), 23u);
  EXPECT_EQ(count("{not: {not: {operation: GetSecretValue}}}"), 1u);
}

TEST(NotAndAnyOf, LetAFaultBeWhatTheOperationsCanHave) {
  EXPECT_NO_THROW(test::rules_of(
      "- {id: a, when: {operation: [ListSecrets, GetSecretValue], not: {operation: ListSecrets}}, "
      "then: {error: ResourceNotFoundException}}"));
}

/// What `expect` would read.
Match judged(const std::string& conditions) {
  const auto text = "match: " + conditions;
  input::Problems problems("f");
  const auto document = input::parse_document(text, problems);
  Target target{secrets_manager(), operations_of({}, secrets_manager())};
  auto match = read_match(*input::Value(document->root(), "", problems).find("match"), target,
                          Judged::ended);
  problems.throw_if_any();
  return *std::move(match);
}

TEST(Outcome, IsKnownOnceTheCallHasEnded) {
  using aws::OutcomeKind;
  const Board board;
  auto built = get();
  const auto& call = built.call();
  const auto ok = judged("{outcome: ok}"), other = judged("{not: {outcome: ok}}");
  EXPECT_TRUE(ok.matches(call, board, OutcomeKind::ok));
  EXPECT_FALSE(ok.matches(call, board, OutcomeKind::reset));
  EXPECT_FALSE(other.matches(call, board, OutcomeKind::ok));
  EXPECT_TRUE(other.matches(call, board, OutcomeKind::reset));
  EXPECT_TRUE(ok.matches(call, board)) << "it may still become so";
  EXPECT_TRUE(other.matches(call, board));
  EXPECT_FALSE(judged("{outcome: ok, operation: ListSecrets}").matches(call, board));
}

TEST(Outcome, IsOneOfTheTranscripts) {
  EXPECT_THROW(judged("{outcome: fine}"), input::BadInput);
  EXPECT_THROW(judged("{nth: 1}"), input::BadInput);
}

}  // namespace
}  // namespace stunt::scenarios
