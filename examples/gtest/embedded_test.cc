// SPDX-License-Identifier: MIT
//
// The server inside of a test: no port to choose, no process to clean up. The "service under test"
// here is curl with its retries; yours has an SDK with the same endpoint.
#include <cstdio>
#include <string>

#include <gtest/gtest.h>
#include <stunt/server.h>

namespace {

/// What a shell command prints.
std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  for (int c; (c = std::fgetc(pipe)) != EOF;) output.push_back(static_cast<char>(c));
  ::pclose(pipe);
  return output;
}

std::string call(const stunt::Server& server, const std::string& operation, const std::string& body,
                 const std::string& flags = "") {
  return output_of("curl -sS " + flags + " " + server.endpoint() +
                   " -H 'X-Amz-Target: secretsmanager." + operation +
                   "' -H 'Content-Type: application/x-amz-json-1.1' -d '" + body + "'");
}

TEST(EmbeddedServer, KeepsASecret) {
  stunt::Server server;
  call(server, "CreateSecret", R"({"Name": "app/key", "SecretString": "s3cret"})");
  EXPECT_NE(call(server, "GetSecretValue", R"({"SecretId": "app/key"})").find("\"s3cret\""),
            std::string::npos);
}

TEST(EmbeddedServer, ThrottlesTheFirstReadAsTheScenarioSays) {
  stunt::Server server({.scenarios = {STUNT_EXAMPLE_DIR "/first-read-throttled.yaml"}});
  call(server, "CreateSecret", R"({"Name": "app/key", "SecretString": "s3cret"})");
  const std::string status = "-o /dev/null -w '%{http_code}'";
  EXPECT_EQ(call(server, "GetSecretValue", R"({"SecretId": "app/key"})", status), "400");
  EXPECT_EQ(call(server, "GetSecretValue", R"({"SecretId": "app/key"})", status), "200");
}

TEST(EmbeddedServer, SaysWhereAScenarioIsBroken) {
  try {
    stunt::Server server({.scenarios = {STUNT_EXAMPLE_DIR "/no-such-file.yaml"}});
    FAIL() << "a server without its scenario";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("no-such-file.yaml"), std::string::npos);
  }
}

}  // namespace
