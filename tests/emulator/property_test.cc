// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <set>

#include "random_calls.h"
#include "reference_model.h"
#include "service.h"

namespace stunt::test {
namespace {

constexpr int kCalls = 25;

/// STUNT_SEQUENCES=20000 looks longer.
std::uint64_t sequences() {
  const char* asked = std::getenv("STUNT_SEQUENCES");
  return asked ? std::strtoull(asked, nullptr, 10) : 1000;
}

/// What is compared of an answer, in the words of the reference: maps for lists of pairs.
Json in_plain_words(const std::string& member, const Json& value) {
  if (value.is_null()) return value;
  if (member == "Tags") {
    auto tags = std::map<std::string, std::string>();
    for (const auto& tag : value) tags[tag["Key"]] = tag["Value"];
    return Json(tags);
  }
  if (member == "Versions") {
    auto versions = Json::object();
    for (const auto& entry : value) {
      versions[entry["VersionId"].get<std::string>()] = entry.value("VersionStages", Json::array());
    }
    return versions;
  }
  if (member == "SecretList") {
    std::set<std::string> names;
    for (const auto& entry : value) names.insert(entry["Name"].get<std::string>());
    return Json(names);
  }
  return value;
}

/// Members may come in any order.
bool equal(const Json& a, const Json& b) {
  return a == b || nlohmann::json::parse(a.dump()) == nlohmann::json::parse(b.dump());
}

void expect_as(const Expected& expected, const Heard& heard) {
  const auto error = heard.reply.status == 200 ? "" : heard["__type"].get<std::string>();
  ASSERT_EQ(error, expected.error) << heard.error();
  if (!error.empty()) return;
  for (const auto& [member, value] : expected.members.items()) {
    const auto said = in_plain_words(member, heard[member]);
    EXPECT_TRUE(equal(said, value)) << member << " is " << said << " and should be " << value;
  }
}

/// What always holds of a secret, whatever happened to it.
void expect_sane(const Heard& described) {
  if (described.reply.status != 200) return;
  std::set<std::string> seen;
  const auto versions = described.body.value("VersionIdsToStages", Json::object());
  for (const auto& [id, stages] : versions.items()) {
    EXPECT_FALSE(stages.empty()) << id;
    for (const auto& stage : stages) {
      EXPECT_TRUE(seen.insert(stage).second) << stage << " is on two versions";
    }
  }
  if (!seen.empty()) {
    EXPECT_TRUE(seen.contains("AWSCURRENT"));
  }
  EXPECT_LE(described["CreatedDate"].get<double>(), described["LastChangedDate"].get<double>());
}

/// A service and the reference, and a client that asks both.
class Pair {
 public:
  explicit Pair(std::uint64_t seed) : calls_(seed), service_(seed) {}

  void next() {
    const auto made = calls_.next();
    service_.clock.advance(made.wait);
    SCOPED_TRACE(made.operation + " " + made.body.dump());
    const auto before = look(made);
    const auto heard = service_.call(made.operation, made.body);
    expect_as(reference_.answer(made.operation, made.body, service_.clock.now()), heard);
    const auto after = look(made);
    expect_sane(after);
    if (!heard.applied) return;  // a read may still move LastAccessedDate
    EXPECT_EQ(*heard.applied, before.reply.body != after.reply.body) << before.body << "\n"
                                                                     << after.body;
  }

 private:
  Heard look(const RandomCall& made) {
    auto name = aws::text_member(made.body, "SecretId");
    if (name.empty()) name = aws::text_member(made.body, "Name");
    return service_.describe(name.empty() ? "app/db" : name);
  }

  RandomCalls calls_;
  ReferenceModel reference_;
  Service service_;
};

TEST(RandomCallsOf, AreAnsweredAsTheReferenceAnswersThem) {
  const auto last = sequences();
  for (std::uint64_t seed = 1; seed <= last && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Pair pair(seed);
    for (int call = 0; call < kCalls && !testing::Test::HasFailure(); ++call) pair.next();
  }
}

/// Everything that a client hears of a sequence.
std::string heard_of(std::uint64_t seed) {
  RandomCalls calls(seed);
  Service service(seed);
  std::string heard;
  for (int call = 0; call < kCalls; ++call) {
    const auto made = calls.next();
    service.clock.advance(made.wait);
    const auto answer = service.call(made.operation, made.body);
    heard += *answer.reply.headers.get("x-amzn-RequestId");
    heard += answer.reply.body + "\n";
  }
  return heard;
}

TEST(RandomCallsOf, OneSeedAreAnsweredByTheSameBytes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) EXPECT_EQ(heard_of(seed), heard_of(seed));
  EXPECT_NE(heard_of(1), heard_of(2));
}

}  // namespace
}  // namespace stunt::test
