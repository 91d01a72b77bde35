// SPDX-License-Identifier: MIT
#include <set>

#include "service.h"

namespace stunt::test {
namespace {

/// Everything that a client sees of a short life.
std::string life(std::uint64_t seed) {
  Service service(seed);
  std::string seen;
  const auto see = [&](const Heard& heard) {
    for (const auto& [name, value] : heard.reply.headers) seen += name + ": " + value + "\n";
    seen += heard.reply.body + "\n";
  };
  for (const char* name : {"b", "a", "c"}) see(service.create(name));
  see(service.put("a", "two"));
  see(service.get("a"));
  see(service.call("ListSecrets", {{"MaxResults", 2}}));
  see(service.call("DeleteSecret", {{"SecretId", "x"}, {"ForceDeleteWithoutRecovery", true}}));
  see(service.get("none"));
  return seen;
}

TEST(Ids, AreTheSameBytesForTheSameSeed) { EXPECT_EQ(life(1), life(1)); }

TEST(Ids, AreOthersForAnotherSeed) { EXPECT_NE(life(1), life(2)); }

TEST(Ids, DoNotDependOnWhatElseGoesOn) {
  Service alone, crowded;
  for (int i = 0; i < 20; ++i) crowded.create("other" + std::to_string(i));
  EXPECT_EQ(alone.create("a").body, crowded.create("a").body);
}

TEST(Ids, DoNotDependOnValues) {
  Service one, two;
  EXPECT_EQ(one.create("a", "x").body, two.create("a", "y").body);
}

TEST(Ids, AreOthersForEachCall) {
  Service service;
  std::set<std::string> requests, versions;
  service.create("a");
  for (int i = 0; i < 200; ++i) {
    const auto heard = service.put("a", "x");
    requests.insert(std::string(*heard.reply.headers.get("x-amzn-RequestId")));
    versions.insert(heard["VersionId"].get<std::string>());
  }
  EXPECT_EQ(requests.size(), 200u);
  EXPECT_EQ(versions.size(), 200u);
}

TEST(Ids, OfASecretThatIsMadeAgainAreOthers) {
  Service service;
  const auto first = service.create("a");
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  EXPECT_NE(service.create("a")["ARN"], first["ARN"]);
}

}  // namespace
}  // namespace stunt::test
