// SPDX-License-Identifier: MIT
#include "random_calls.h"

#include "service.h"

namespace stunt::test {
namespace {

constexpr const char* kNames[] = {"app/db", "app/key", "other"};
constexpr const char* kValues[] = {"one", "two", "three"};
constexpr const char* kStages[] = {"AWSCURRENT", "AWSCURRENT", "AWSPREVIOUS", "AWSPENDING", "BLUE"};
constexpr const char* kTagKeys[] = {"team", "stage"};

/// Writes are named more often than what ends a secret, or little would ever be there.
constexpr const char* kOperations[] = {"CreateSecret",
                                       "CreateSecret",
                                       "CreateSecret",
                                       "PutSecretValue",
                                       "PutSecretValue",
                                       "PutSecretValue",
                                       "UpdateSecret",
                                       "UpdateSecret",
                                       "GetSecretValue",
                                       "GetSecretValue",
                                       "DescribeSecret",
                                       "ListSecretVersionIds",
                                       "ListSecrets",
                                       "DeleteSecret",
                                       "RestoreSecret",
                                       "RestoreSecret",
                                       "TagResource",
                                       "UntagResource",
                                       "UpdateSecretVersionStage",
                                       "UpdateSecretVersionStage",
                                       "UpdateSecretVersionStage"};

}  // namespace

RandomCall RandomCalls::next() {
  RandomCall call{dice_.one_of(kOperations), {}};
  call.body = body_of(call.operation);
  const std::chrono::hours waits[] = {std::chrono::hours(0), std::chrono::hours(1),
                                      std::chrono::hours(24 * 5)};
  call.wait = dice_.percent(10) ? world::Duration(dice_.one_of(waits)) : world::Duration(1000);
  return call;
}

aws::Json RandomCalls::id() { return {{"SecretId", dice_.one_of(kNames)}}; }

aws::Json RandomCalls::value_of(aws::Json body) {
  body["SecretString"] = dice_.one_of(kValues);
  body["ClientRequestToken"] = token();
  return body;
}

std::string RandomCalls::token() { return test::token(static_cast<int>(dice_.below(8))); }

std::string RandomCalls::stage() { return dice_.one_of(kStages); }

aws::Json RandomCalls::body_of(const std::string& operation) {
  if (operation == "CreateSecret") {
    Json body = {{"Name", dice_.one_of(kNames)}};
    if (dice_.percent(30)) body["Description"] = dice_.one_of(kValues);
    return dice_.percent(80) ? value_of(std::move(body)) : body;
  }
  if (operation == "ListSecrets") return {{"IncludePlannedDeletion", dice_.percent(50)}};
  auto body = id();
  if (operation == "PutSecretValue") {
    body = value_of(std::move(body));
    if (dice_.percent(60)) body["VersionStages"] = Json::array({stage()});
    if (dice_.percent(20)) body["VersionStages"] = Json::array({"AWSCURRENT", "AWSPENDING"});
  } else if (operation == "UpdateSecret") {
    if (dice_.percent(70)) body = value_of(std::move(body));
    if (dice_.percent(50)) body["Description"] = dice_.percent(50) ? "" : dice_.one_of(kValues);
  } else if (operation == "GetSecretValue") {
    if (dice_.percent(50)) body["VersionId"] = token();
    if (dice_.percent(50)) body["VersionStage"] = stage();
  } else if (operation == "UpdateSecretVersionStage") {
    body["VersionStage"] = stage();
    if (dice_.percent(75)) body["RemoveFromVersionId"] = token();
    if (dice_.percent(75)) body["MoveToVersionId"] = token();
  } else if (operation == "DeleteSecret") {
    if (dice_.percent(30)) {
      body["ForceDeleteWithoutRecovery"] = true;
    } else if (dice_.percent(50)) {
      body["RecoveryWindowInDays"] = dice_.between(7, 30);
    }
  } else if (operation == "TagResource") {
    body["Tags"] = tags({{dice_.one_of(kTagKeys), dice_.one_of(kValues)}});
  } else if (operation == "UntagResource") {
    body["TagKeys"] = Json::array({dice_.one_of(kTagKeys)});
  } else if (operation == "ListSecretVersionIds") {
    body["IncludeDeprecated"] = dice_.percent(50);
  }
  return body;
}

}  // namespace stunt::test
