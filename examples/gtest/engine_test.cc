// SPDX-License-Identifier: MIT
//
// Somebody else in the engine's place: a mock for what no emulator would answer.
#include <stunt/gtest.h>

namespace {

using namespace stunt;
using testing::NiceMock;
using testing::Return;

class Engine : public stunt::Test {};

constexpr const char* kRead = R"({"SecretId": "prod/db"})";

TEST_F(Engine, IsAMock) {
  NiceMock<MockHandler> engine;
  EXPECT_CALL(engine, OnGetSecretValue)
      .WillOnce(Return(Answer::Error("DecryptionFailure", "the key is disabled")))
      .WillRepeatedly(Return(Answer::Ok(R"({"Name": "prod/db", "SecretString": ""})")));
  AnswerWith(engine);
  EXPECT_EQ(Call("GetSecretValue", kRead).error_code(), "DecryptionFailure");
  EXPECT_TRUE(Call("GetSecretValue", kRead).ok());
}

TEST_F(Engine, IsAFunctionForSomeCalls) {
  On(Op("GetSecretValue"), SecretId("prod/*")).Do([](const Request& request) {
    return Answer::Error("AccessDeniedException", "not " + request.secret);
  });
  EXPECT_EQ(Call("GetSecretValue", kRead).error_code(), "AccessDeniedException");
}

}  // namespace
