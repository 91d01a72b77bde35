// SPDX-License-Identifier: MIT
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "stunt/server.h"

namespace stunt {
namespace {

using testing::SizeIs;

constexpr std::size_t kScopes = 50;
constexpr const char* kCreate = R"({"Name": "a", "SecretString": "v"})";
constexpr const char* kRead = R"({"SecretId": "a"})";

/// Which fault a scope has, so that one that leaked into another would be seen there.
const std::vector<std::string>& codes() {
  static const std::vector<std::string> kCodes = {
      "ThrottlingException", "InternalServiceError",      "DecryptionFailure",
      "ServiceUnavailable",  "ResourceNotFoundException", "InvalidRequestException"};
  return kCodes;
}

/// How often it strikes.
std::uint64_t times(std::size_t number) { return 1 + number % 7; }

void live(Server& server, std::size_t number) {
  const auto scope = server.scope({.name = "scope." + std::to_string(number)});
  const auto& code = codes()[number % codes().size()];
  scope.on(Op("GetSecretValue")).Error(code).Times(times(number));
  ASSERT_TRUE(scope.call("CreateSecret", kCreate).ok()) << "a secret of another scope";
  std::uint64_t struck = 0;
  for (int i = 0; i < 20; ++i) {
    const auto answer = scope.call("GetSecretValue", kRead);
    if (answer.ok()) continue;
    EXPECT_EQ(answer.error_code(), code);
    ++struck;
  }
  EXPECT_EQ(struck, times(number));
  EXPECT_THAT(scope.transcript(), SizeIs(21));
}

TEST(ParallelScopes, NoneSeesAnothersFaultsSecretsOrCalls) {
  Server server;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kScopes; ++i) threads.emplace_back([&, i] { live(server, i); });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(server.everybody().transcript(), SizeIs(0));
}

}  // namespace
}  // namespace stunt
