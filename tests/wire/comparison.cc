// SPDX-License-Identifier: MIT
#include "comparison.h"

#include <gmock/gmock.h>

namespace stunt::test {
namespace {

/// A server that waits uses next to nothing; one that spins, all that a busy machine leaves it.
constexpr int kSpinMs = 100;

/// Some faults of the stock endpoint are races. On a busy machine a case may miss the moment in all
/// its rounds, so it is given a few tries; one that shows the fault is enough.
constexpr int kTries = 12;

}  // namespace

void expect_ours_behaves(Case holds) {
  OurServer server;
  EXPECT_TRUE(holds(server));
  EXPECT_EQ(server.leave(), 0);
}

void expect_stock_fails(Case holds, const std::string& seen) {
  StockEndpoint endpoint;
  ASSERT_TRUE(answers_a_new_client(endpoint));
  auto result = holds(endpoint);
  for (int tried = 1; result && tried < kTries; ++tried) result = holds(endpoint);
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
