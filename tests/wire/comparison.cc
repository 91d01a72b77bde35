// SPDX-License-Identifier: MIT
#include "comparison.h"

#include <gmock/gmock.h>

namespace stunt::test {
namespace {

/// A server that waits uses next to nothing; one that spins, all that a busy machine leaves it.
constexpr int kSpinMs = 100;

}  // namespace

void expect_ours_behaves(Case holds) {
  OurServer server;
  EXPECT_TRUE(holds(server));
  EXPECT_EQ(server.leave(), 0);
}

void expect_stock_fails(Case holds, const std::string& seen) {
  StockEndpoint endpoint;
  ASSERT_TRUE(answers_a_new_client(endpoint));
  const auto result = holds(endpoint);
  EXPECT_FALSE(result) << "The stock endpoint behaves: perhaps its shield is not needed any more.";
  EXPECT_THAT(std::string(result.message()), testing::HasSubstr(seen));
}

testing::AssertionResult answers_a_new_client(Subject& server) {
  const auto before = server.cpu_used();
  auto client = server.connect();
  client.send(get("/"));
  const auto answer = client.read_answer();
  if (body_of(answer) == "ok") return testing::AssertionSuccess();
  const auto used = server.cpu_used() - before;
  return testing::AssertionFailure() << "a new client got '" << answer << "' while the server "
                                     << (used.count() > kSpinMs ? "spun" : "did not spin") << " ("
                                     << used.count() << " ms of CPU)";
}

std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

}  // namespace stunt::test
