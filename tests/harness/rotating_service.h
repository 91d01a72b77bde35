// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "aws/error.h"
#include "aws/outcome.h"
#include "emulator/rotation/order.h"

namespace stunt::test {

/// As much of a service as a rotation asks for: one secret, "arn:s", with version "v1" that has
/// AWSCURRENT, and "v2" that waits for its value with AWSPENDING. Writes down who asks for what.
class RotatingService {
 public:
  explicit RotatingService(aws::Json value = {{"SecretString", "hunter2!"}}) {
    versions_["v1"] = {std::move(value), {"AWSCURRENT"}};
    versions_["v2"] = {aws::Json::object(), {"AWSPENDING"}};
  }

  aws::Outcome answer(const aws::Call& call) {
    const std::lock_guard lock(mutex_);
    asked_.emplace_back(call.operation);
    caller_ = std::string(call.credential.access_key_id) + " in " +
              std::string(call.credential.region) + " with " +
              std::string(call.request->headers.get("User-Agent").value_or("nothing"));
    last_[asked_.back()] = call.body;
    if (call.operation == "DescribeSecret") return success(description());
    if (call.operation == "GetSecretValue") return value(call.body);
    if (call.operation == "GetRandomPassword") return password(call.body);
    if (call.operation == "PutSecretValue") return put(call.body);
    if (call.operation == "UpdateSecretVersionStage") return move(call.body);
    return failure("UnknownOperationException");
  }

  /// The value of the version with that label.
  aws::Json value_at(const std::string& label) const {
    const std::lock_guard lock(mutex_);
    const auto id = find(label);
    return id.empty() ? aws::Json() : versions_.at(id).value;
  }
  std::vector<std::string> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  std::string caller() const { return caller_; }
  const aws::Json& last(const std::string& operation) const { return last_.at(operation); }

  bool rotation_enabled = true;

 private:
  struct Version {
    aws::Json value;
    std::vector<std::string> labels;
  };

  static aws::Outcome success(const aws::Json& body) {
    aws::Outcome outcome;
    outcome.reply = aws::json_reply(200, body.dump(), {"id", {}});
    return outcome;
  }
  static aws::Outcome failure(std::string code) {
    aws::Outcome outcome;
    outcome.reply = aws::error_reply({std::move(code), "no", 400, true}, {"id", {}});
    return outcome;
  }

  std::string find(const std::string& label) const {
    for (const auto& [id, version] : versions_) {
      for (const auto& has : version.labels) {
        if (has == label) return id;
      }
    }
    return {};
  }

  aws::Json description() const {
    aws::Json stages = aws::Json::object();
    for (const auto& [id, version] : versions_) stages[id] = version.labels;
    return {{"RotationEnabled", rotation_enabled}, {"VersionIdsToStages", stages}};
  }

  aws::Outcome value(const aws::Json& body) const {
    const auto id = find(std::string(aws::text_member(body, "VersionStage")));
    if (id.empty() || versions_.at(id).value.empty()) return failure("ResourceNotFoundException");
    return success(versions_.at(id).value);
  }

  static aws::Outcome password(const aws::Json& body) {
    return success({{"RandomPassword", std::string(body.value("PasswordLength", 32u), 'z')}});
  }

  aws::Outcome put(const aws::Json& body) {
    auto& version = versions_[body.at("ClientRequestToken")];
    for (const auto* name : {"SecretString", "SecretBinary"}) {
      if (const auto* value = aws::member(body, name)) version.value = {{name, *value}};
    }
    return success(aws::Json::object());
  }

  aws::Outcome move(const aws::Json& body) {
    versions_[body.value("RemoveFromVersionId", "none")].labels = {"AWSPREVIOUS"};
    versions_[body.at("MoveToVersionId")].labels = {"AWSCURRENT", "AWSPENDING"};
    return success(aws::Json::object());
  }

  mutable std::mutex mutex_;
  std::map<std::string, Version> versions_;
  std::vector<std::string> asked_;
  std::map<std::string, aws::Json> last_;
  std::string caller_;
};

/// A whole rotation of it, or only some of the steps.
inline emulator::RotationOrder rotation_order(std::vector<emulator::RotationStep> steps = {}) {
  using Step = emulator::RotationStep;
  if (steps.empty()) {
    steps = {Step::create_secret, Step::set_secret, Step::test_secret, Step::finish_secret};
  }
  return {{"eu-west-1", "111122223333"},
          "arn:s",
          "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
          "v2",
          "0a0a0a0a-0000-4000-8000-000000000001",
          std::move(steps)};
}

}  // namespace stunt::test
