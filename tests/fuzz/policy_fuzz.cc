// SPDX-License-Identifier: MIT
//
// Any text as a resource policy: read, judged, and looked at for its breadth. The verdict is the
// same each time, and nobody gets in whom the policy does not let in.
#include <algorithm>
#include <cstdint>

#include "emulator/policy/breadth.h"
#include "emulator/policy/grammar.h"
#include "emulator/policy/verdict.h"
#include "finding.h"

namespace {

using namespace stunt;
using namespace stunt::emulator::policy;

constexpr std::string_view kStranger = "271828182845";

std::optional<std::vector<std::string>> known(std::string_view key) {
  if (key == "aws:principalaccount") return std::vector{std::string(kStranger)};
  if (key == "secretsmanager:versionstage") return std::vector<std::string>();
  if (key == "aws:securetransport") return std::vector<std::string>{"true", "maybe"};
  return std::nullopt;
}

std::optional<std::vector<std::string>> unknown(std::string_view) { return std::nullopt; }

Request request(std::string_view account, Facts facts) {
  return {std::string(account), "secretsmanager:GetSecretValue",
          "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-a1b2c3", std::move(facts)};
}

bool has(const Policy& policy, Effect effect) {
  return std::ranges::any_of(policy.statements,
                             [&](const Statement& one) { return one.effect == effect; });
}

bool names(const Policy& policy, std::string_view account) {
  return std::ranges::any_of(policy.statements, [&](const Statement& one) {
    return std::ranges::find(one.principals.entries, account, &Principal::account) !=
           one.principals.entries.end();
  });
}

void check(const Policy& policy, const Request& wish) {
  const auto found = verdict(policy, wish);
  test::expect(found == verdict(policy, wish), "another verdict the second time");
  test::expect(found != Verdict::allowed || has(policy, Effect::allow), "allowed by nothing");
  test::expect(found != Verdict::denied || has(policy, Effect::deny), "denied by nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto policy = read_policy(text);
  const auto again = read_policy(std::string(text) + "\n ");
  test::expect(policy.has_value() == again.has_value(), "white space that matters");
  if (!policy) {
    test::expect(policy.error() == again.error(), "another flaw the second time");
    return 0;
  }
  test::expect(!policy->statements.empty(), "a policy that says nothing");
  for (const auto& facts : {Facts(known), Facts(unknown)}) {
    for (const auto account : {std::string_view("111122223333"), kStranger}) {
      check(*policy, request(account, facts));
      test::expect(
          verdict(*policy, request(account, facts)) == verdict(*again, request(account, facts)),
          "white space that judges");
    }
  }
  test::expect(is_broad(*policy) || names(*policy, kStranger) ||
                   verdict(*policy, request(kStranger, unknown)) != Verdict::allowed,
               "a stranger who gets in by a policy that is not broad");
  return 0;
}
