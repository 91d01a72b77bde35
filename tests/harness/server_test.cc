// SPDX-License-Identifier: MIT
//
// The library as a user has it: many servers in one process, one after another and side by side.
#include "stunt/server.h"

#include <filesystem>
#include <iterator>
#include <stdexcept>

#include <gtest/gtest.h>

#include "../support/raw_client.h"
#include "stub_lambda.h"

namespace stunt {
namespace {

std::uint16_t port_of(const Server& server) {
  const auto& endpoint = server.endpoint();
  return static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1)));
}

void send(test::RawClient& client, const std::string& operation, const std::string& body) {
  client.send("POST / HTTP/1.1\r\nHost: a\r\nX-Amz-Target: secretsmanager." + operation +
              "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

std::string ask(test::RawClient& client, const std::string& operation, const std::string& body) {
  send(client, operation, body);
  return client.read_answer();
}

std::string ask(const Server& server, const std::string& operation, const std::string& body) {
  test::RawClient client(port_of(server));
  return ask(client, operation, body);
}

std::size_t entries_of(const char* folder) {
  const std::filesystem::directory_iterator open(folder);
  return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

TEST(Server, RecordsOnceAndThenAnswersFromThat) {
  const auto record = std::filesystem::path(testing::TempDir()) / "server-test-once.jsonl";
  std::filesystem::remove(record);
  Server({.record = record});
  const auto create = [&](const char* mode) {
    Server server({.record = record, .record_mode = mode});
    return test::status_of(ask(server, "CreateSecret", R"({"Name": "a"})"));
  };
  EXPECT_EQ(create("once"), 200);
  EXPECT_EQ(create("once"), 200) << "the recorded answer";
  Server server({.record = record});
  EXPECT_EQ(test::status_of(ask(server, "ListSecrets", "{}")), 400) << "it was not recorded";
  EXPECT_THROW(create("ones"), std::invalid_argument);
  std::filesystem::remove(record);
}

TEST(Server, ManySideBySideHaveSecretsOfTheirOwn) {
  std::vector<std::unique_ptr<Server>> servers;
  for (int i = 0; i < 10; ++i) {
    servers.push_back(std::make_unique<Server>());
    const auto value = std::to_string(i);
    ask(*servers.back(), "CreateSecret", R"({"Name": "a", "SecretString": "v)" + value + R"("})");
  }
  for (int i = 0; i < 10; ++i) {
    EXPECT_NE(ask(*servers[static_cast<std::size_t>(i)], "GetSecretValue", R"({"SecretId": "a"})")
                  .find("\"v" + std::to_string(i) + "\""),
              std::string::npos);
  }
}

TEST(Server, LeavesNeitherThreadsNorDescriptorsBehind) {
  { Server first; }  // what is made once per process
  const auto descriptors = entries_of("/proc/self/fd"), threads = entries_of("/proc/self/task");
  const auto record = std::filesystem::path(testing::TempDir()) / "server-test-many.jsonl";
  for (int i = 0; i < 50; ++i) {
    std::filesystem::remove(record);
    Server server({.record = record});
    test::RawClient left_open(port_of(server));
    ask(left_open, "ListSecrets", "{}");
  }
  std::filesystem::remove(record);
  EXPECT_EQ(entries_of("/proc/self/fd"), descriptors);
  EXPECT_EQ(entries_of("/proc/self/task"), threads);
}

TEST(Server, CompletesItsTranscriptWhenItStops) {
  const auto record = std::filesystem::path(testing::TempDir()) / "server-test-stop.jsonl";
  std::filesystem::remove(record);
  Server server({.record = record});
  ask(server, "ListSecrets", "{}");
  EXPECT_TRUE(server.stop());
  Server replay({.replay = record});
  EXPECT_EQ(test::status_of(ask(replay, "ListSecrets", "{}")), 200);
  EXPECT_EQ(test::status_of(ask(replay, "ListSecrets", "{}")), 400) << "one answer was recorded";
  std::filesystem::remove(record);
}

TEST(Server, MovesAClockThatStands) {
  Server server({.deterministic = true});
  ask(server, "CreateSecret", R"({"Name": "a", "SecretString": "b"})");
  ask(server, "DeleteSecret", R"({"SecretId": "a", "RecoveryWindowInDays": 7})");
  server.advance(std::chrono::days(6));
  EXPECT_EQ(test::status_of(ask(server, "DescribeSecret", R"({"SecretId": "a"})")), 200);
  server.advance(std::chrono::days(2));
  EXPECT_EQ(test::status_of(ask(server, "DescribeSecret", R"({"SecretId": "a"})")), 400);
  EXPECT_THROW(Server().advance(std::chrono::hours(1)), std::logic_error);
}

TEST(Server, MovesItsClockOverTheAdminRoute) {
  const auto move = [](const Server& server) {
    test::RawClient client(port_of(server));
    client.send(
        "POST /_stunt/v1/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18\r\n\r\n"
        R"({"advance": "36h"})");
    return client.read_answer();
  };
  const Server server({.deterministic = true});
  EXPECT_NE(move(server).find(R"("now": "2026-01-02T12:00:00.000Z")"), std::string::npos);
  EXPECT_EQ(test::status_of(move(Server())), 409);
}

constexpr const char* kRotate =
    R"({"SecretId": "a", "RotationLambdaARN": "arn:aws:lambda:us-east-1:123456789012:function:f"})";

TEST(Server, RotatesByItselfBeforeItAnswers) {
  const Server server;
  ask(server, "CreateSecret", R"({"Name": "a", "SecretString": "{\"password\":\"old\"}"})");
  EXPECT_EQ(test::status_of(ask(server, "RotateSecret", kRotate)), 200);
  const auto current = ask(server, "GetSecretValue", R"({"SecretId": "a"})");
  EXPECT_NE(current.find(R"("{\"password\":\")"), std::string::npos) << current;
  EXPECT_EQ(current.find("old"), std::string::npos) << current;
}

TEST(Server, CallsTheFunctionAndAnswersWhenItWasAccepted) {
  test::StubLambda lambda;
  const Server server({.lambda_endpoint = lambda.endpoint()});
  ask(server, "CreateSecret", R"({"Name": "a", "SecretString": "old"})");
  EXPECT_EQ(test::status_of(ask(server, "RotateSecret", kRotate)), 200);
  EXPECT_EQ(lambda.invocations().at(0).path, "/2015-03-31/functions/f/invocations");
}

TEST(Server, RefusesARotationWithoutItsFunction) {
  test::StubLambda lambda;
  lambda.set("createSecret", {404, {}, "{}"});
  const Server server({.lambda_endpoint = lambda.endpoint()});
  ask(server, "CreateSecret", R"({"Name": "a", "SecretString": "old"})");
  EXPECT_NE(ask(server, "RotateSecret", kRotate).find("AccessDeniedException"), std::string::npos);
  const auto described = ask(server, "DescribeSecret", R"({"SecretId": "a"})");
  EXPECT_EQ(described.find("Rotation"), std::string::npos) << described;
}

TEST(Server, StopsWhileAFunctionIsOut) {
  test::StubLambda lambda;
  lambda.set("createSecret", {200, {}, "null"}, std::chrono::hours(1));
  Server server({.lambda_endpoint = lambda.endpoint()});
  ask(server, "CreateSecret", R"({"Name": "a", "SecretString": "old"})");
  test::RawClient client(port_of(server));
  send(client, "RotateSecret", kRotate);
  ASSERT_TRUE(lambda.wait_for_invocations(1));
  EXPECT_TRUE(server.stop());
  EXPECT_EQ(client.read_all(), "");
}

TEST(Server, SaysWhatIsInItsWay) {
  EXPECT_THROW(Server({.scenarios = {"no-such-file.yaml"}}), std::runtime_error);
  EXPECT_THROW(Server({.record = "no/such/folder/run.jsonl"}), std::runtime_error);
  const Server taken;
  EXPECT_THROW(Server({.port = port_of(taken)}), std::runtime_error);
}

}  // namespace
}  // namespace stunt
