// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "emulator/rotation/rotator.h"
#include "service.h"

namespace stunt::test {

/// A rotator that calls nobody: it accepts or refuses, and remembers its orders.
class FakeRotator : public emulator::Rotator {
 public:
  void begin(emulator::RotationOrder order, std::function<void(bool)> answered) override {
    orders.push_back(std::move(order));
    if (meanwhile) std::exchange(meanwhile, nullptr)();
    answered(accepts);
  }

  bool accepts = true;
  std::function<void()> meanwhile;  ///< happens once before it answers
  std::vector<emulator::RotationOrder> orders;
};

/// A test of an emulator whose rotation function is played by the test.
class Rotating : public testing::Test {
 protected:
  using Order = emulator::RotationOrder;
  using End = emulator::RotationEnd;

  /// RotateSecret of the secret "a" with a function, and with what else is given.
  Heard rotate(int number, const Json& more = Json::object()) {
    Json body = {
        {"SecretId", "a"}, {"ClientRequestToken", token(number)}, {"RotationLambdaARN", kFunction}};
    body.update(more);
    return service.call("RotateSecret", body);
  }

  /// The same with RotationRules.
  Heard rotate_by(int number, const Json& rules, bool at_once = true) {
    return rotate(number, {{"RotationRules", rules}, {"RotateImmediately", at_once}});
  }

  /// What a function does in createSecret, and in finishSecret.
  Heard put_pending(const Order& order, std::string_view value) {
    return service.call("PutSecretValue", {{"SecretId", order.secret_arn},
                                           {"ClientRequestToken", order.token},
                                           {"SecretString", value},
                                           {"VersionStages", {"AWSPENDING"}}});
  }
  void make_current(const Order& order, std::string_view value) {
    service.call("PutSecretValue", {{"SecretId", order.secret_arn},
                                    {"ClientRequestToken", order.token},
                                    {"SecretString", value}});
  }

  void end(const Order& order, End how) { service.emulator().rotation_ended(order, how); }
  void finish(const Order& order) {
    make_current(order, "rotated");
    end(order, End::finished);
  }

  /// The only order that is due.
  Order due() {
    auto orders = service.emulator().due_rotations();
    EXPECT_EQ(orders.size(), 1u);
    return orders.empty() ? Order{} : orders.front();
  }
  bool nothing_is_due() { return service.emulator().due_rotations().empty(); }

  std::string next() {
    const auto at = service.emulator().next_rotation();
    return at ? world::rfc3339(*at) : "never";
  }

  Json described(std::string_view member) { return service.describe("a")[member]; }

  /// A date that DescribeSecret tells.
  std::string date(std::string_view member) {
    const auto seconds = described(member);
    if (seconds.is_null()) return "none";
    return world::rfc3339(world::Instant(
        world::Duration(static_cast<std::int64_t>(seconds.get<double>() * 1000 + 0.5) * 1000)));
  }

  static constexpr const char* kFunction = "arn:aws:lambda:us-east-1:000000000000:function:f";

  FakeRotator rotator;
  Service service{42, {.rotator = &rotator}};
};

}  // namespace stunt::test
