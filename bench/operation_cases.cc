// SPDX-License-Identifier: MIT
#include "bench/operation_cases.h"

#include <array>

namespace stunt::bench {
namespace {

constexpr std::string_view kId = R"({"SecretId":"NAME"})";

constexpr std::string_view kLabel = R"({"SecretId":"NAME","VersionStage":"bench",)"
                                    R"("MoveToVersionId":"00000000-0000-4000-8000-000000000001"})";

constexpr std::string_view kUnlabel =
    R"({"SecretId":"NAME","VersionStage":"bench",)"
    R"("RemoveFromVersionId":"00000000-0000-4000-8000-000000000001"})";

constexpr std::string_view kPolicy =
    R"({"SecretId":"NAME","ResourcePolicy":"{\"Version\":\"2012-10-17\",\"Statement\":[)"
    R"({\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},)"
    R"(\"Action\":\"secretsmanager:GetSecretValue\",\"Resource\":\"*\"}]}"})";

constexpr std::string_view kReplicate =
    R"({"SecretId":"NAME","AddReplicaRegions":[{"Region":"us-west-2"}],)"
    R"("ForceOverwriteReplicaSecret":true})";

constexpr std::string_view kRotate =
    R"({"SecretId":"NAME","RotateImmediately":false,"RotationRules":{"AutomaticallyAfterDays":30},)"
    R"("RotationLambdaARN":"arn:aws:lambda:us-east-1:111122223333:function:rotate"})";

constexpr std::string_view kTag =
    R"({"SecretId":"NAME","Tags":[{"Key":"team","Value":"bench"},{"Key":"stage","Value":"test"}]})";

constexpr std::array kCases = {
    Case{{"BatchGetSecretValue",
          R"({"SecretIdList":["NAME","bench/0","bench/1","bench/2","bench/3"]})"}},
    Case{{"CancelRotateSecret", kId}},
    Case{{"CreateSecret",
          R"({"Name":"NAME","SecretString":"correct horse","Description":"of a bench"})"},
         {"DeleteSecret", R"({"SecretId":"NAME","ForceDeleteWithoutRecovery":true})"}},
    Case{{"DeleteResourcePolicy", kId}, {"PutResourcePolicy", kPolicy}},
    Case{{"DeleteSecret", kId}, {"RestoreSecret", kId}},
    Case{{"DescribeSecret", kId}},
    Case{{"GetRandomPassword", R"({})"}},
    Case{{"GetResourcePolicy", kId}},
    Case{{"GetSecretValue", kId}},
    Case{{"ListSecretVersionIds", kId}},
    Case{{"ListSecrets", R"({"MaxResults":10})"}},
    Case{{"PutResourcePolicy", kPolicy}},
    Case{{"PutSecretValue", R"({"SecretId":"NAME","SecretString":"battery staple"})"}},
    Case{{"RemoveRegionsFromReplication",
          R"({"SecretId":"NAME","RemoveReplicaRegions":["us-west-2"]})"},
         {"ReplicateSecretToRegions", kReplicate}},
    Case{{"ReplicateSecretToRegions", kReplicate},
         {"RemoveRegionsFromReplication",
          R"({"SecretId":"NAME","RemoveReplicaRegions":["us-west-2"]})"}},
    Case{{"RestoreSecret", kId}, {"DeleteSecret", kId}},
    Case{{"RotateSecret", kRotate}},
    Case{{"StopReplicationToReplica", kId, "us-west-2"}, {"ReplicateSecretToRegions", kReplicate}},
    Case{{"TagResource", kTag}},
    Case{{"UntagResource", R"({"SecretId":"NAME","TagKeys":["stage"]})"}, {"TagResource", kTag}},
    Case{{"UpdateSecret", R"({"SecretId":"NAME","Description":"of a bench"})"}},
    Case{{"UpdateSecretVersionStage", kLabel}, {"UpdateSecretVersionStage", kUnlabel}},
    Case{{"ValidateResourcePolicy", kPolicy}},
};

}  // namespace

std::span<const Case> operation_cases() { return kCases; }

}  // namespace stunt::bench
