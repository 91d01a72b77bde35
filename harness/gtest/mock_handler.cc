// SPDX-License-Identifier: MIT
#include "stunt/mock_handler.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <string_view>

namespace stunt {

/// Where a mock is asked for as long as it is there. It does not give its place back: somebody else
/// may have it by then.
class MockHandler::Door {
 public:
  explicit Door(MockHandler& mock) : mock_(&mock) {}

  Answer ask(const Request& request) {
    const Visit visit(*this);
    return visit.mock ? visit.mock->answer(request) : Answer::OfTheEngine();
  }

  /// Returns when nobody is in there any more.
  void close() {
    std::unique_lock lock(mutex_);
    mock_ = nullptr;
    idle_.wait(lock, [this] { return visits_ == 0; });
  }

 private:
  struct Visit {
    explicit Visit(Door& door_) : door(door_) {
      const std::lock_guard lock(door.mutex_);
      mock = door.mock_;
      ++door.visits_;
    }
    ~Visit() {
      const std::lock_guard lock(door.mutex_);
      if (--door.visits_ == 0) door.idle_.notify_all();
    }

    Door& door;
    MockHandler* mock;
  };

  std::mutex mutex_;
  std::condition_variable idle_;
  MockHandler* mock_;  ///< null once it is gone
  std::size_t visits_ = 0;
};

MockHandler::MockHandler() : door_(std::make_shared<Door>(*this)) {
  ON_CALL(*this, Handle).WillByDefault(testing::Return(Answer::OfTheEngine()));
  const auto handle = [this](const Request& request) { return Handle(request); };
  ON_CALL(*this, OnBatchGetSecretValue).WillByDefault(handle);
  ON_CALL(*this, OnCancelRotateSecret).WillByDefault(handle);
  ON_CALL(*this, OnCreateSecret).WillByDefault(handle);
  ON_CALL(*this, OnDeleteResourcePolicy).WillByDefault(handle);
  ON_CALL(*this, OnDeleteSecret).WillByDefault(handle);
  ON_CALL(*this, OnDescribeSecret).WillByDefault(handle);
  ON_CALL(*this, OnGetRandomPassword).WillByDefault(handle);
  ON_CALL(*this, OnGetResourcePolicy).WillByDefault(handle);
  ON_CALL(*this, OnGetSecretValue).WillByDefault(handle);
  ON_CALL(*this, OnListSecretVersionIds).WillByDefault(handle);
  ON_CALL(*this, OnListSecrets).WillByDefault(handle);
  ON_CALL(*this, OnPutResourcePolicy).WillByDefault(handle);
  ON_CALL(*this, OnPutSecretValue).WillByDefault(handle);
  ON_CALL(*this, OnRemoveRegionsFromReplication).WillByDefault(handle);
  ON_CALL(*this, OnReplicateSecretToRegions).WillByDefault(handle);
  ON_CALL(*this, OnRestoreSecret).WillByDefault(handle);
  ON_CALL(*this, OnRotateSecret).WillByDefault(handle);
  ON_CALL(*this, OnStopReplicationToReplica).WillByDefault(handle);
  ON_CALL(*this, OnTagResource).WillByDefault(handle);
  ON_CALL(*this, OnUntagResource).WillByDefault(handle);
  ON_CALL(*this, OnUpdateSecret).WillByDefault(handle);
  ON_CALL(*this, OnUpdateSecretVersionStage).WillByDefault(handle);
  ON_CALL(*this, OnValidateResourcePolicy).WillByDefault(handle);
}

MockHandler::~MockHandler() { door_->close(); }

void MockHandler::StandInFor(const Scope& scope) {
  scope.answer_with([door = door_](const Request& request) { return door->ask(request); });
}

Answer MockHandler::answer(const Request& request) {
  using Method = Answer (MockHandler::*)(const Request&);
  static const std::map<std::string_view, Method> kMethods = {
      {"BatchGetSecretValue", &MockHandler::OnBatchGetSecretValue},
      {"CancelRotateSecret", &MockHandler::OnCancelRotateSecret},
      {"CreateSecret", &MockHandler::OnCreateSecret},
      {"DeleteResourcePolicy", &MockHandler::OnDeleteResourcePolicy},
      {"DeleteSecret", &MockHandler::OnDeleteSecret},
      {"DescribeSecret", &MockHandler::OnDescribeSecret},
      {"GetRandomPassword", &MockHandler::OnGetRandomPassword},
      {"GetResourcePolicy", &MockHandler::OnGetResourcePolicy},
      {"GetSecretValue", &MockHandler::OnGetSecretValue},
      {"ListSecretVersionIds", &MockHandler::OnListSecretVersionIds},
      {"ListSecrets", &MockHandler::OnListSecrets},
      {"PutResourcePolicy", &MockHandler::OnPutResourcePolicy},
      {"PutSecretValue", &MockHandler::OnPutSecretValue},
      {"RemoveRegionsFromReplication", &MockHandler::OnRemoveRegionsFromReplication},
      {"ReplicateSecretToRegions", &MockHandler::OnReplicateSecretToRegions},
      {"RestoreSecret", &MockHandler::OnRestoreSecret},
      {"RotateSecret", &MockHandler::OnRotateSecret},
      {"StopReplicationToReplica", &MockHandler::OnStopReplicationToReplica},
      {"TagResource", &MockHandler::OnTagResource},
      {"UntagResource", &MockHandler::OnUntagResource},
      {"UpdateSecret", &MockHandler::OnUpdateSecret},
      {"UpdateSecretVersionStage", &MockHandler::OnUpdateSecretVersionStage},
      {"ValidateResourcePolicy", &MockHandler::OnValidateResourcePolicy},
  };
  const auto found = kMethods.find(request.operation);
  return found == kMethods.end() ? Handle(request) : (this->*found->second)(request);
}

}  // namespace stunt
