// SPDX-License-Identifier: MIT
#include "emulator/stock.h"

#include "replicated.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

TEST(Stock, BringsSecretsBackAsTheyWere) {
  Service service;
  service.create("a", "one");
  service.create("b", "two");
  const auto before = service.call("DescribeSecret", {{"SecretId", "a"}}).body;
  const auto stock = emulator::take_stock(service.emulator().vault(), service.clock.now());
  service.put("a", "other");
  service.call("DeleteSecret", {{"SecretId", "b"}, {"RecoveryWindowInDays", 7}});
  service.create("c", "three");
  EXPECT_EQ(emulator::put_stock(service.emulator().vault(), stock, service.clock.now()), 2u);
  EXPECT_EQ(service.call("DescribeSecret", {{"SecretId", "a"}}).body, before);
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}})["SecretString"], "one");
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "b"}})["SecretString"], "two");
  EXPECT_NE(service.call("DescribeSecret", {{"SecretId", "c"}}).error(), "ok");
}

TEST(Stock, HasThoseThatWaitForTheirDeletionToo) {
  Service service;
  service.create("a", "one");
  service.call("DeleteSecret", {{"SecretId", "a"}, {"RecoveryWindowInDays", 7}});
  auto& vault = service.emulator().vault();
  const auto stock = emulator::take_stock(vault, service.clock.now());
  emulator::put_stock(vault, {}, service.clock.now());
  EXPECT_NE(service.call("RestoreSecret", {{"SecretId", "a"}}).error(), "ok");
  emulator::put_stock(vault, stock, service.clock.now());
  EXPECT_EQ(service.call("RestoreSecret", {{"SecretId", "a"}}).error(), "ok");
}

TEST(Stock, NewSecretsGoOnBehindThoseThatWerePutThere) {
  Service service;
  service.create("a", "one");
  auto& vault = service.emulator().vault();
  const auto stock = emulator::take_stock(vault, service.clock.now());
  emulator::put_stock(vault, stock, service.clock.now());
  service.create("b", "two");
  const auto listed = service.call("ListSecrets", Json::object());
  EXPECT_EQ(listed["SecretList"].size(), 2u);
}

class LateStock : public Replicated {
 protected:
  LateStock() : Replicated(5s) {}
};

TEST_F(LateStock, WhatReplicasHaveNotSeenTheyNeverWill) {
  replicate({"eu-west-1"});
  auto& vault = service.emulator().vault();
  emulator::put_stock(vault, {}, service.clock.now());
  service.clock.advance(10s);
  EXPECT_NE(in("eu-west-1", "DescribeSecret").error(), "ok");
  EXPECT_NE(in("us-east-1", "DescribeSecret").error(), "ok");
}

}  // namespace
}  // namespace stunt::test
