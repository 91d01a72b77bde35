// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "../support/call_builder.h"
#include "../support/manual_clock.h"
#include "aws/ordinals.h"
#include "emulator/secrets_manager.h"

namespace stunt::test {

using aws::Json;

/// What a client heard.
struct Heard {
  http::Reply reply;
  Json body;  ///< null if the answer has none
  std::optional<bool> applied;
  std::optional<aws::CommitPoint> stopped_at{};

  /// A member of the body; null if it is not there.
  Json operator[](std::string_view name) const;

  /// "400 ResourceNotFoundException: Secrets Manager can't …", or "ok".
  std::string error() const;
};

/// An emulator in us-east-1, account 000000000000, on a clock that stands at the beginning of 2026,
/// and a client that calls it. Callable from several threads.
class Service {
 public:
  explicit Service(std::uint64_t seed = 42, emulator::Ports ports = {})
      : Service({"us-east-1", "000000000000"}, seed, std::move(ports)) {}

  /// The same with other settings.
  explicit Service(const emulator::Settings& settings, std::uint64_t seed = 42,
                   emulator::Ports ports = {})
      : emulator_(settings, clock, world::Random(seed), std::move(ports)) {}

  /// A call as curl makes it: without a signature.
  Heard call(std::string_view operation, const Json& body);

  /// A call as an SDK makes it.
  Heard call_as(std::string_view access_key_id, std::string_view region, std::string_view operation,
                const Json& body);

  /// A call that a fault has struck.
  Heard call_on(const aws::Terms& terms, std::string_view operation, const Json& body);

  /// A body that need not be JSON.
  Heard post(std::string_view operation, std::string body);

  /// A call read from any request, which must outlive this one. An answer that waits for the
  /// rotator is heard when that has answered, which it must do at once.
  Heard answer(aws::Call call);

  // The calls that most tests need.
  Heard create(std::string_view name, std::string_view value = "one");
  Heard put(std::string_view id, std::string_view value);
  Heard get(std::string_view id) { return call("GetSecretValue", {{"SecretId", id}}); }
  Heard describe(std::string_view id) { return call("DescribeSecret", {{"SecretId", id}}); }

  /// The labels of all versions, as DescribeSecret tells them: {"id": ["AWSCURRENT"]}.
  Json stages(std::string_view id) { return describe(id)["VersionIdsToStages"]; }

  emulator::SecretsManager& emulator() { return emulator_; }

  ManualClock clock;

 private:
  emulator::SecretsManager emulator_;
  aws::Ordinals ordinals_;
};

/// A test of one emulator that knows no secrets yet.
class Emulator : public testing::Test {
 protected:
  Service service;
};

/// A ClientRequestToken; another one for each number.
std::string token(int number);

/// The member Tags.
Json tags(std::initializer_list<std::pair<const char*, const char*>> pairs);

/// The member Filters with one filter.
Json filter(const char* key, std::initializer_list<const char*> values);

constexpr std::string_view kNotFound =
    "400 ResourceNotFoundException: Secrets Manager can't find the specified secret.";
constexpr std::string_view kMarked =
    "400 InvalidRequestException: You can't perform this operation on the secret because it was "
    "marked for deletion.";

}  // namespace stunt::test
