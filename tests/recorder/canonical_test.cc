// SPDX-License-Identifier: MIT
#include "recorder/transcript/canonical.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "act.h"
#include "recorder/redaction/redactor.h"
#include "world/random.h"

namespace stunt::recorder {
namespace {

using aws::Json;

std::string key(std::string_view operation, const Json& body) {
  test::Act act(operation, body);
  Redactor redactor(test::vault_service());
  redactor.learn_request(act.call(), body);
  const auto* model = act.call().model;
  return canonicalize(model, canonical_body(model, redactor.request(act.call(), body))).key;
}

TEST(CanonicalKey, IsAHash) {
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", "a"}}).size(), 7u + 64u);
  EXPECT_TRUE(key("GetSecretValue", {{"SecretId", "a"}}).starts_with("sha256:"));
}

TEST(CanonicalKey, DoesNotCareForTheOrderOfMembers) {
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "s"}}),
            key("GetSecretValue", {{"VersionStage", "s"}, {"SecretId", "a"}}));
}

TEST(CanonicalKey, TakesNameAndArnForTheSame) {
  const auto by_name = key("GetSecretValue", {{"SecretId", "prod/db"}});
  const std::string partial = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db";
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", partial}}), by_name);
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", partial + "-a1B2c3"}}), by_name);
  EXPECT_NE(key("GetSecretValue", {{"SecretId", "prod/db2"}}), by_name);
}

TEST(CanonicalKey, DoesNotCareForTokens) {
  EXPECT_EQ(key("PutSecretValue", {{"SecretId", "a"}, {"ClientRequestToken", "t1"}}),
            key("PutSecretValue", {{"SecretId", "a"}, {"ClientRequestToken", "t2"}}));
  EXPECT_EQ(key("ListSecrets", {{"NextToken", "n"}}), key("ListSecrets", Json::object()));
}

TEST(CanonicalKey, DoesNotCareForValuesOfSecrets) {
  EXPECT_EQ(key("PutSecretValue", {{"SecretId", "a"}, {"SecretString", "one"}}),
            key("PutSecretValue", {{"SecretId", "a"}, {"SecretString", "two"}}));
  EXPECT_EQ(key("PutSecretValue", {{"SecretString", R"({"p":"one"})"}}),
            key("PutSecretValue", {{"SecretString", R"({"p":2})"}}));
}

TEST(CanonicalKey, CaresForTheOperationAndHarmlessMembers) {
  EXPECT_NE(key("GetSecretValue", {{"SecretId", "a"}}), key("DescribeSecret", {{"SecretId", "a"}}));
  EXPECT_NE(key("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "x"}}),
            key("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "y"}}));
}

TEST(CanonicalKey, TellsBinaryFromTextByTheMember) {
  EXPECT_NE(key("PutSecretValue", {{"SecretBinary", "YQ=="}}),
            key("PutSecretValue", {{"SecretString", "YQ=="}}));
}

TEST(Canonical, HasThePseudonymsInItsOwnOrder) {
  const Json body = {{"z", "{{secret:1}}"}, {"a", "{{secret:2}}"}};
  const auto canonical = canonicalize(nullptr, body);
  ASSERT_EQ(canonical.pseudonyms.size(), 2u);
  EXPECT_EQ(canonical.pseudonyms[0].number, 2u);
  EXPECT_EQ(canonical.pseudonyms[1].number, 1u);
}

/// Bodies of few members and values, so that many of them say the same.
class Bodies {
 public:
  Json next() {
    std::vector<std::pair<std::string, Json>> members;
    if (some()) members.emplace_back("SecretId", id());
    if (some()) members.emplace_back("VersionStage", some() ? "s" : "t");
    if (some()) members.emplace_back("ClientRequestToken", std::to_string(number() % 9));
    if (some()) members.emplace_back("SecretString", "secret-" + std::to_string(number() % 9));
    if (some()) std::reverse(members.begin(), members.end());
    Json body = Json::object();
    for (auto& [name, value] : members) body[name] = std::move(value);
    return body;
  }

 private:
  bool some() { return number() % 2 == 0; }
  std::string id() {
    const std::string name(1, some() ? 'a' : 'b');
    const auto arn = "arn:aws:secretsmanager:us-east-1:1:secret:" + name;
    return some() ? name : some() ? arn : arn + "-AbCdEf";
  }

  std::uint64_t number() { return random_.draw({"body"}, ++drawn_); }

  const world::Random random_{4711};
  std::uint64_t drawn_ = 0;
};

/// What two bodies have to share for being the same request, said another way.
std::string sense(const Json& body) {
  std::string sense;
  if (body.contains("SecretId")) {
    const auto id = body["SecretId"].get<std::string>();
    sense += id.size() == 1 ? id : id.substr(42, 1);
  }
  sense += "|" + body.value("VersionStage", "");
  return sense + (body.contains("SecretString") ? "|secret" : "|");
}

TEST(CanonicalKey, IsAnEquivalenceOfWhatIsMeant) {
  Bodies bodies;
  std::map<std::string, std::string> keys, senses;
  for (int i = 0; i < 2000; ++i) {
    const auto body = bodies.next();
    const auto its_key = key("GetSecretValue", body);
    EXPECT_EQ(key("GetSecretValue", body), its_key) << "reflexive";
    // Equal keys and equal senses are one for one, so what holds for equality of senses, symmetry
    // and transitivity, holds for requests that match.
    EXPECT_EQ(keys.emplace(sense(body), its_key).first->second, its_key) << body;
    EXPECT_EQ(senses.emplace(its_key, sense(body)).first->second, sense(body)) << body;
  }
  EXPECT_EQ(keys.size(), 3u * 3 * 2);
}

TEST(CanonicalBody, LeavesOutWhatIsIgnored) {
  const Json body = {{"a", {{"b", 1}, {"c", 2}}}, {"list", {1, 2}}, {"d", 3}};
  const Ignored ignored = {Json::json_pointer("/a/b"), Json::json_pointer("/list/0"),
                           Json::json_pointer("/no/such"), Json::json_pointer("/list/x"),
                           Json::json_pointer("/d")};
  EXPECT_EQ(canonical_body(nullptr, body, ignored),
            Json({{"a", {{"c", 2}}}, {"list", {nullptr, 2}}}));
  EXPECT_EQ(canonical_body(nullptr, body, {Json::json_pointer("")}), Json::object());
}

}  // namespace
}  // namespace stunt::recorder
