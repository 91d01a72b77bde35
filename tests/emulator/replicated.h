// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "service.h"

namespace stunt::test {

/// A test of one secret, "a" with the value "one", that is at home in us-east-1 and can be
/// replicated. Every call is signed, for the Region that it is made in.
class Replicated : public testing::Test {
 protected:
  using Regions = std::vector<std::string>;

  explicit Replicated(world::Duration lag = {})
      : service({.region = "us-east-1", .account = "000000000000", .replication_lag = lag}) {}

  void SetUp() override { service.create("a", "one"); }

  Heard in(std::string_view region, std::string_view operation, const Json& more = Json::object()) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    return service.call_as("AKID", region, operation, body);
  }

  /// A secret of that name in another Region.
  Heard create_in(std::string_view region, std::string_view name = "a") {
    return service.call_as("AKID", region, "CreateSecret", {{"Name", name}});
  }

  static Json added(const Regions& regions) {
    auto list = Json::array();
    for (const auto& region : regions) list.push_back({{"Region", region}});
    return {{"AddReplicaRegions", list}};
  }

  Heard replicate(const Regions& regions, bool overwrite = false) {
    auto more = added(regions);
    if (overwrite) more["ForceOverwriteReplicaSecret"] = true;
    return in("us-east-1", "ReplicateSecretToRegions", more);
  }

  Heard remove(const Regions& regions) {
    return in("us-east-1", "RemoveRegionsFromReplication", {{"RemoveReplicaRegions", regions}});
  }

  Json describe_in(std::string_view region) { return in(region, "DescribeSecret").body; }

  Json value_in(std::string_view region) { return in(region, "GetSecretValue")["SecretString"]; }

  /// What the primary says of its replica there; null if it has none.
  Json status_of(std::string_view region) {
    for (const auto& status : in("us-east-1", "DescribeSecret")["ReplicationStatus"]) {
      if (status["Region"] == region) return status;
    }
    return {};
  }

  Service service;
};

constexpr std::string_view kInvalidRegion =
    "400 InvalidParameterException: Invalid replica region.";

}  // namespace stunt::test
