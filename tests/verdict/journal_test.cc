// SPDX-License-Identifier: MIT
#include "verdict/journal.h"

#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "script.h"

namespace stunt::verdict {
namespace {

using namespace std::chrono_literals;
using scenarios::Glob;
using test::Line;
using test::Script;

scenarios::Match match(const std::string& operation) {
  scenarios::Match match;
  match.operations.emplace_back(scenarios::Glob(operation));
  return match;
}

Line get(const std::string& secret) { return Line("GetSecretValue", {{"SecretId", secret}}); }

/// An exchange that has arrived and may end.
std::shared_ptr<aws::Exchange> exchange(std::uint64_t seq, const std::string& operation) {
  auto exchange = std::make_shared<aws::Exchange>();
  exchange->request.headers.add("X-Amz-Target", "secretsmanager." + operation);
  exchange->call = aws::read_call(exchange->request, emulator::secrets_manager());
  exchange->call.seq = seq;
  exchange->outcome.reply.emplace();
  return exchange;
}

struct JournalTest : testing::Test {
  scenarios::Board board;
  Journal journal{emulator::secrets_manager(), board, {.calls = 3}};
};

TEST_F(JournalTest, ShowsCallsInFlightWithoutAnOutcome) {
  const auto one = exchange(1, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  const auto before = journal.snapshot();
  journal.finished(one);
  const auto after = journal.snapshot();
  ASSERT_EQ(before.entries.size(), 1u);
  EXPECT_FALSE(before.entries[0].outcome);
  EXPECT_EQ(before.entries[0].call().operation, "GetSecretValue");
  EXPECT_EQ(before.entries[0].seq(), 1u);
  EXPECT_EQ(after.entries[0].outcome, aws::OutcomeKind::ok);
}

TEST_F(JournalTest, KeepsASnapshotWhenTheCallIsGone) {
  Journal::Snapshot snapshot;
  {
    const auto one = exchange(7, "GetSecretValue");
    journal.arrived(*one, Caller::client);
    snapshot = journal.snapshot();
  }
  EXPECT_EQ(snapshot.entries[0].call().target, "secretsmanager.GetSecretValue");
}

TEST_F(JournalTest, NumbersTheEndingsAlsoWhenCallsAreForgotten) {
  const auto one = exchange(1, "GetSecretValue"), two = exchange(2, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  journal.arrived(*two, Caller::client);
  std::vector<std::uint64_t> heard;
  const auto listening = journal.listen([&](const Entry& entry) { heard.push_back(entry.order); });
  journal.finished(two);
  const auto snapshot = journal.snapshot();
  EXPECT_EQ(snapshot.ended, 1u);
  EXPECT_EQ(snapshot.entries[0].order, 0u) << "it is in flight";
  EXPECT_EQ(snapshot.entries[1].order, 1u);
  journal.finished(one);
  journal.clear();
  const auto three = exchange(3, "GetSecretValue");
  journal.arrived(*three, Caller::client);
  journal.finished(three);
  EXPECT_EQ(heard, (std::vector<std::uint64_t>{1, 2, 3}));
  EXPECT_EQ(journal.snapshot().ended, 3u);
}

TEST_F(JournalTest, SaysWhatItForgets) {
  std::vector<std::uint64_t> forgotten;
  journal.tell_forgotten(
      [&](const aws::Exchange& exchange) { forgotten.push_back(exchange.call.seq); });
  std::vector<std::shared_ptr<aws::Exchange>> calls;
  for (std::uint64_t seq = 1; seq <= 5; ++seq) {
    calls.push_back(exchange(seq, "GetSecretValue"));
    journal.arrived(*calls.back(), Caller::client);
    if (seq != 1) journal.finished(calls.back());
  }
  EXPECT_EQ(forgotten, (std::vector<std::uint64_t>{2})) << "the first is in flight";
  journal.finished(calls.front());
  EXPECT_EQ(forgotten, (std::vector<std::uint64_t>{2, 1}));
  journal.clear();
  EXPECT_EQ(forgotten, (std::vector<std::uint64_t>{2, 1, 3, 4, 5}));
}

TEST_F(JournalTest, SortsByTheOrderOfArrival) {
  const auto two = exchange(2, "GetSecretValue"), one = exchange(1, "PutSecretValue");
  journal.arrived(*two, Caller::client);
  journal.arrived(*one, Caller::client);
  const auto entries = journal.snapshot().entries;
  EXPECT_EQ(entries[0].seq(), 1u);
  EXPECT_EQ(entries[1].seq(), 2u);
}

TEST_F(JournalTest, LetsTheOldestGoAndCountsThem) {
  std::vector<std::shared_ptr<aws::Exchange>> all;
  for (std::uint64_t seq = 1; seq <= 5; ++seq) {
    all.push_back(exchange(seq, "GetSecretValue"));
    journal.arrived(*all.back(), Caller::client);
  }
  for (const auto& one : all) journal.finished(one);  // two of them are not known any longer
  const auto snapshot = journal.snapshot();
  EXPECT_EQ(snapshot.dropped, 2u);
  ASSERT_EQ(snapshot.entries.size(), 3u);
  EXPECT_EQ(snapshot.entries[0].seq(), 3u);
  for (const auto& entry : snapshot.entries) EXPECT_TRUE(entry.outcome);
}

TEST_F(JournalTest, CountsOnArrival) {
  int reached = 0;
  const auto waiter = journal.await(match("Get*"), 2, [&] { ++reached; });
  const auto one = exchange(1, "GetSecretValue"), other = exchange(2, "PutSecretValue"),
             two = exchange(3, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  journal.arrived(*other, Caller::client);
  journal.finished(one);  // counted already
  EXPECT_EQ(reached, 0);
  journal.arrived(*two, Caller::client);
  EXPECT_EQ(reached, 1);
  journal.finished(two);
  EXPECT_EQ(reached, 1);
}

TEST_F(JournalTest, CountsOutcomesWhenCallsHaveEnded) {
  int reached = 0;
  auto wanted = match("Get*");
  wanted.outcome = aws::OutcomeKind::ok;
  const auto waiter = journal.await(wanted, 1, [&] { ++reached; });
  const auto one = exchange(1, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  EXPECT_EQ(reached, 0);
  journal.finished(one);
  EXPECT_EQ(reached, 1);
}

TEST_F(JournalTest, CountsWhatArrivedBefore) {
  const auto one = exchange(1, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  EXPECT_TRUE(journal.wait_for(match("Get*"), 1, 0us));
  EXPECT_FALSE(journal.wait_for(match("Get*"), 2, 0us));
}

TEST_F(JournalTest, CountsTheRotatorsCallsAndNotTheScenarios) {
  const auto setup = exchange(1, "GetSecretValue"), step = exchange(2, "GetSecretValue"),
             rotation = exchange(3, "GetSecretValue");
  journal.arrived(*setup, Caller::setup);
  journal.arrived(*step, Caller::steps);
  EXPECT_FALSE(journal.wait_for(match("Get*"), 1, 0us));
  journal.arrived(*rotation, Caller::rotator);
  EXPECT_TRUE(journal.wait_for(match("Get*"), 1, 0us));
}

TEST_F(JournalTest, CallsNobodyWhoDoesNotWaitAnyLonger) {
  int reached = 0;
  {
    auto waiter = journal.await(match("Get*"), 1, [&] { ++reached; });
    auto moved = std::move(waiter);
    EXPECT_TRUE(moved.cancel());
    EXPECT_FALSE(moved.cancel());
    const auto other = journal.await(match("Get*"), 1, [&] { ++reached; });
  }
  const auto one = exchange(1, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  EXPECT_EQ(reached, 0);
}

TEST(Journal, TellsTheCallerToTheOneWhoWaitsFromWithin) {
  Script script;
  int reached = 0;
  Journal::Waiter inner;
  const auto waiter = script.journal().await(match("Get*"), 1, [&] {
    inner = script.journal().await(match("Get*"), 2, [&] { ++reached; });
  });
  script.add(get("a")).add(get("b"));
  EXPECT_EQ(reached, 1);
}

TEST_F(JournalTest, KeepsNoMoreThanItsBytes) {
  Journal small(emulator::secrets_manager(), board, {.calls = 100, .bytes = 1000});
  for (std::uint64_t seq = 1; seq <= 5; ++seq) {
    const auto one = exchange(seq, "GetSecretValue");
    one->request.body.assign(300, 'x');
    small.arrived(*one, Caller::client);
    small.finished(one);
  }
  const auto kept = small.snapshot();
  EXPECT_EQ(kept.entries.size() + kept.dropped, 5u);
  EXPECT_EQ(kept.entries.size(), 2u);
  EXPECT_EQ(kept.entries.back().seq(), 5u);
}

TEST_F(JournalTest, KeepsTheLastCallHoweverBigItIs) {
  Journal small(emulator::secrets_manager(), board, {.calls = 100, .bytes = 10});
  const auto one = exchange(1, "GetSecretValue");
  one->request.body.assign(300, 'x');
  small.arrived(*one, Caller::client);
  small.finished(one);
  EXPECT_EQ(small.snapshot().entries.size(), 1u);
}

TEST_F(JournalTest, TellsListenersOfCallsThatHaveEnded) {
  std::vector<std::uint64_t> heard;
  auto listener = journal.listen([&](const Entry& entry) { heard.push_back(entry.seq()); });
  const auto one = exchange(1, "GetSecretValue"), two = exchange(2, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  EXPECT_TRUE(heard.empty());
  journal.finished(one);
  EXPECT_EQ(heard, std::vector<std::uint64_t>{1});
  listener.reset();
  journal.arrived(*two, Caller::client);
  journal.finished(two);
  EXPECT_EQ(heard, std::vector<std::uint64_t>{1});
}

TEST_F(JournalTest, ForgetsAllCallsAndThoseInFlight) {
  const auto one = exchange(1, "GetSecretValue"), two = exchange(2, "GetSecretValue");
  journal.arrived(*one, Caller::client);
  journal.finished(one);
  journal.arrived(*two, Caller::client);
  journal.clear();
  journal.finished(two);
  EXPECT_TRUE(journal.snapshot().entries.empty());
  EXPECT_EQ(journal.snapshot().dropped, 0u);
}

}  // namespace
}  // namespace stunt::verdict
