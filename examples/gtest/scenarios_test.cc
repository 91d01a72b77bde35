// SPDX-License-Identifier: MIT
//
// Every scenario file as a test, with a client beside it: Scenario.first_read_throttled.
#include <stunt/gtest.h>

namespace {

int read_until_it_works(const stunt::Scope& scope) {
  scope.call("CreateSecret", R"({"Name": "app/key", "SecretString": "s3cret"})");
  for (int attempt = 1; attempt <= 3; ++attempt) {
    if (scope.call("GetSecretValue", R"({"SecretId": "app/key"})").ok()) return 0;
  }
  return 1;
}

SCENARIO_TEST_SUITE("first-*.yaml", read_until_it_works);

}  // namespace
