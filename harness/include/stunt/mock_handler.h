// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include <gmock/gmock.h>

#include "stunt/answer.h"
#include "stunt/scope.h"

namespace stunt {

/// Stands in for the engine of a scope, as a GoogleMock object: a call of GetSecretValue is one of
/// OnGetSecretValue(), rules act on what it answers. A method that is told nothing asks Handle(),
/// and that, told nothing, has the engine answer. Called on threads of the server; gone from there
/// when its destructor returns. Use it as testing::NiceMock<MockHandler> where most calls do not
/// matter.
class MockHandler {
 public:
  MockHandler();
  virtual ~MockHandler();

  MockHandler(const MockHandler&) = delete;
  MockHandler& operator=(const MockHandler&) = delete;

  /// From now on it answers what the clients of the scope ask.
  void StandInFor(const Scope& scope);

  MOCK_METHOD(Answer, Handle, (const Request& request));

  MOCK_METHOD(Answer, OnBatchGetSecretValue, (const Request& request));
  MOCK_METHOD(Answer, OnCancelRotateSecret, (const Request& request));
  MOCK_METHOD(Answer, OnCreateSecret, (const Request& request));
  MOCK_METHOD(Answer, OnDeleteResourcePolicy, (const Request& request));
  MOCK_METHOD(Answer, OnDeleteSecret, (const Request& request));
  MOCK_METHOD(Answer, OnDescribeSecret, (const Request& request));
  MOCK_METHOD(Answer, OnGetRandomPassword, (const Request& request));
  MOCK_METHOD(Answer, OnGetResourcePolicy, (const Request& request));
  MOCK_METHOD(Answer, OnGetSecretValue, (const Request& request));
  MOCK_METHOD(Answer, OnListSecretVersionIds, (const Request& request));
  MOCK_METHOD(Answer, OnListSecrets, (const Request& request));
  MOCK_METHOD(Answer, OnPutResourcePolicy, (const Request& request));
  MOCK_METHOD(Answer, OnPutSecretValue, (const Request& request));
  MOCK_METHOD(Answer, OnRemoveRegionsFromReplication, (const Request& request));
  MOCK_METHOD(Answer, OnReplicateSecretToRegions, (const Request& request));
  MOCK_METHOD(Answer, OnRestoreSecret, (const Request& request));
  MOCK_METHOD(Answer, OnRotateSecret, (const Request& request));
  MOCK_METHOD(Answer, OnStopReplicationToReplica, (const Request& request));
  MOCK_METHOD(Answer, OnTagResource, (const Request& request));
  MOCK_METHOD(Answer, OnUntagResource, (const Request& request));
  MOCK_METHOD(Answer, OnUpdateSecret, (const Request& request));
  MOCK_METHOD(Answer, OnUpdateSecretVersionStage, (const Request& request));
  MOCK_METHOD(Answer, OnValidateResourcePolicy, (const Request& request));

 private:
  class Door;

  Answer answer(const Request& request);

  const std::shared_ptr<Door> door_;  ///< outlives it where somebody still asks
};

}  // namespace stunt
