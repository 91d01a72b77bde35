// SPDX-License-Identifier: MIT
#include "scenarios/faults/aws_quotas.h"

#include <algorithm>
#include <array>

namespace stunt::scenarios {
namespace {

struct Row {
  std::string_view operation;
  Quota quota;
};

// The groups and rates are those of "AWS Secrets Manager quotas",
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html; the rates of
// GetSecretValue and DescribeSecret, apart from each other, those that AWS announced in March 2025,
// https://aws.amazon.com/about-aws/whats-new/2025/03/aws-secrets-manager-increases-api-requests-seconds
constexpr Quota kGet{"get", 10'000};
constexpr Quota kDescribe{"describe", 40'000};
constexpr Quota kBatch{"batch", 100};
constexpr Quota kList{"list", 100};
constexpr Quota kPolicy{"policy", 50};
constexpr Quota kUpdate{"update", 50};
constexpr Quota kRotate{"rotate", 50};
constexpr Quota kTag{"tag", 50};

constexpr std::array kRows = {
    Row{"BatchGetSecretValue", kBatch},
    Row{"CancelRotateSecret", kRotate},
    Row{"CreateSecret", {"create", 50}},
    Row{"DeleteResourcePolicy", kPolicy},
    Row{"DeleteSecret", {"delete", 50}},
    Row{"DescribeSecret", kDescribe},
    Row{"GetRandomPassword", {"password", 50}},
    Row{"GetResourcePolicy", kPolicy},
    Row{"GetSecretValue", kGet},
    Row{"ListSecretVersionIds", {"versions", 50}},
    Row{"ListSecrets", kList},
    Row{"PutResourcePolicy", kPolicy},
    Row{"PutSecretValue", kUpdate},
    Row{"RemoveRegionsFromReplication", kUpdate},
    Row{"ReplicateSecretToRegions", kUpdate},
    Row{"RestoreSecret", {"restore", 50}},
    Row{"RotateSecret", kRotate},
    Row{"StopReplicationToReplica", kUpdate},
    Row{"TagResource", kTag},
    Row{"UntagResource", kTag},
    Row{"UpdateSecret", kUpdate},
    Row{"UpdateSecretVersionStage", kUpdate},
    Row{"ValidateResourcePolicy", kPolicy},
};

}  // namespace

std::optional<Quota> aws_quota(std::string_view operation) {
  const auto found = std::find_if(kRows.begin(), kRows.end(),
                                  [&](const Row& row) { return row.operation == operation; });
  if (found == kRows.end()) return std::nullopt;
  return found->quota;
}

}  // namespace stunt::scenarios
