// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "script.h"
#include "verdict/invariants/invariant.h"
#include "verdict/kinds.h"

namespace stunt::verdict {
namespace {

using test::expectations;
using test::problems;
using testing::HasSubstr;

/// One of each, as docs/verdict.md has them.
constexpr std::string_view kAll = R"(
- calls: { operation: CreateSecret, outcome: ok }
  count: 1
- name: at most twice
  calls: { operation: [GetSecretValue, "Batch*"], secretId: "prod/*" }
  count: { atLeast: 1, atMost: 2 }
- never: { operation: DeleteSecret }
- order: [{ operation: PutSecretValue }, { operation: UpdateSecretVersionStage, outcome: ok }]
  strict: true
- retry:
    of: { operation: "*" }
    attempts: { atMost: 3 }
    sameToken: true
    honoursRetryAfter: true
    backoff: { profile: aws-standard-2.1, min: 1ms, max: 30s, slack: 50ms, jitter: required }
    quotaFingerprint: [[3, 17], [2, 1], [1]]
- final: { prod/db: { versions: 1, current: { SecretString: { not: v1 } }, deleted: false } }
- invariant: oneCurrent
- exit: any
- exit: 3
- unusedRecordings: warn
)";

aws::Json to_json(const Expectations& expectations) {
  aws::Json json = aws::Json::array();
  for (const auto& expectation : expectations) json.push_back(expectation->to_json());
  return json;
}

TEST(ReadExpect, WritesWhatItReads) {
  const auto once = to_json(expectations(kAll));
  EXPECT_EQ(once.size(), 10u);
  EXPECT_EQ(to_json(expectations(once.dump())), once);
}

TEST(ReadExpect, NamesWhatHasNoName) {
  const auto read = expectations(kAll);
  std::vector<const Expectation*> all;
  for (const auto& one : read) all.push_back(&static_cast<const Expectation&>(*one));
  EXPECT_EQ(all[0]->name(), "CreateSecret that ended ok: 1");
  EXPECT_EQ(all[1]->name(), "at most twice");
  EXPECT_EQ(all[2]->name(), "never DeleteSecret");
  EXPECT_EQ(all[3]->name(), "order: PutSecretValue, then UpdateSecretVersionStage that ended ok");
  EXPECT_EQ(all[4]->name(), "retries of any call");
  EXPECT_EQ(all[5]->name(), "in the end: prod/db");
}

TEST(ReadExpect, CountsAreAtLeastOneUnlessSaid) {
  EXPECT_EQ(expectations("[calls: {operation: GetSecretValue}]")[0]->to_json()["count"],
            aws::Json({{"atLeast", 1}}));
}

TEST(ReadExpect, SaysWhatIsWrongAndWhere) {
  struct Case {
    std::string yaml, problem;
  };
  const std::vector<Case> cases = {
      {"[{}]", "1:2: /0: nothing is expected; add one of: calls, never"},
      {"[{callz: {}}]", "/0/callz: unknown member 'callz'; did you mean 'calls'?"},
      {"[{calls: {}, never: {}}]", "/0/never: a second kind of expectation in one item"},
      {"[{never: {}, count: 1}]", "/0/count: 'count' goes with 'calls'; leave it out"},
      {"[{calls: {}, strict: true}]", "/0/strict: 'strict' goes with 'order'"},
      {"[{calls: {operation: GetSecretValu}}]", "did you mean 'GetSecretValue'?"},
      {"[{calls: {outcome: okay}}]", "/0/calls/outcome: unknown value 'okay'"},
      {"[{calls: {}, count: {}}]", "/0/count: no count; write a number"},
      {"[{calls: {}, count: -1}]", "/0/count: expected an integer from 0"},
      {"[{calls: {}, count: {eq: 1, atMost: 2}}]", "/0/count/eq: 'eq' says it all"},
      {"[{calls: {}, count: {atLeast: 3, atMost: 2}}]", "/0/count/atMost: no number is at least 3"},
      {"[{order: []}]", "/0/order: an order has 1 to 1000 calls"},
      {"[{retry: {attempts: 1}}]", "/0/retry: member 'of' is missing"},
      {"[{retry: {of: {}}}]", "/0/retry: nothing is expected of the retries"},
      {"[{retry: {of: {}, backoff: {}}}]", "/0/retry/backoff: nothing is expected of the waits"},
      {"[{retry: {of: {}, backoff: {profile: aws-standard-2}}}]", "aws-standard-2.0"},
      {"[{retry: {of: {}, backoff: {min: 2s, max: 1s}}}]", "'min' is longer than 'max'"},
      {"[{retry: {of: {}, backoff: {min: 1s, jitter: required}}}]", "add 'profile' or 'max'"},
      {"[{retry: {of: {}, quotaFingerprint: [[3], [1]]}}]", "/quotaFingerprint/0: a run is"},
      {"[{retry: {of: {}, quotaFingerprint: [[3, 1], [3, 2]]}}]", "/quotaFingerprint/1: two runs"},
      {"[{final: {}}]", "/0/final: no secret is named"},
      {"[{final: {a: {}}}]", "/0/final/a: nothing is expected of this secret"},
      {"[{final: {a: {version: 1}}}]", "unknown member 'version'; did you mean 'versions'?"},
      {"[{final: {a: {absent: true, versions: 1}}}]", "a secret that is absent has nothing else"},
      {"[{final: {a: {Name: {regex: '('}}}}]", "/0/final/a/Name/regex: not a regular expression"},
      {"[{final: {a: {Name: {not: a, glob: b}}}}]", "/0/final/a/Name: a matcher has one member"},
      {"[{invariant: oneCurent}]", "did you mean 'oneCurrent'?"},
      {"[{exit: some}]", "/0/exit: neither 'any' nor an exit status; write any, or 0 to 255"},
      {"[{exit: 256}]", "/0/exit: expected an integer from 0 to 255"},
      {"[{unusedRecordings: no}]", "/0/unusedRecordings: unknown value 'no'"},
      {"[{name: '', exit: any}]", "/0/name: a name has 1 to 200 bytes"},
  };
  for (const auto& [yaml, problem] : cases) EXPECT_THAT(problems(yaml), HasSubstr(problem)) << yaml;
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

TEST(ReadExpect, KnowsWhatTheSchemaKnows) {
  const auto schema =
      aws::Json::parse(test::read_file("scenarios/scenario.schema.json")).at("$defs");
  std::vector<std::string> kinds, named, invariant_names;
  for (const auto& kind : expectation_kinds()) kinds.emplace_back(kind.name);
  for (const auto& choice : schema.at("expect").at("oneOf")) named.push_back(choice["required"][0]);
  EXPECT_EQ(sorted(named), sorted(kinds));
  for (const auto& invariant : invariants()) invariant_names.emplace_back(invariant.name);
  EXPECT_EQ(sorted(schema.at("expect").at("properties").at("invariant").at("enum")),
            sorted(invariant_names));
  const auto& final = schema.at("expect").at("properties").at("final");
  const auto& members = final.at("additionalProperties").at("properties");
  for (const auto& member : emulator::secrets_manager().operation("DescribeSecret")->output) {
    EXPECT_TRUE(members.contains(member.name)) << member.name;
  }
}

}  // namespace
}  // namespace stunt::verdict
