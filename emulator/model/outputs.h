// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/model/structures.h"

/// What each operation of AWS Secrets Manager answers, in the order of the API's own model.
namespace stunt::emulator::model {

inline constexpr MemberModel kBatchGetSecretValueOutput[] = {
    MemberModel{"SecretValues", &kSecretValues}, MemberModel{"NextToken", &kNextToken},
    MemberModel{"Errors", &kApiErrors}};

inline constexpr MemberModel kCancelRotateSecretOutput[] = {MemberModel{"ARN", &kArn},
                                                            MemberModel{"Name", &kSecretName},
                                                            MemberModel{"VersionId", &kVersionId}};

inline constexpr MemberModel kCreateSecretOutput[] = {
    MemberModel{"ARN", &kArn}, MemberModel{"Name", &kSecretName},
    MemberModel{"VersionId", &kVersionId}, MemberModel{"ReplicationStatus", &kReplicationStatuses}};

inline constexpr MemberModel kDeleteResourcePolicyOutput[] = {MemberModel{"ARN", &kArn},
                                                              MemberModel{"Name", &kName}};

inline constexpr MemberModel kDeleteSecretOutput[] = {MemberModel{"ARN", &kArn},
                                                      MemberModel{"Name", &kSecretName},
                                                      MemberModel{"DeletionDate", &kTimestamp}};

inline constexpr MemberModel kDescribeSecretOutput[] = {
    MemberModel{"ARN", &kArn},
    MemberModel{"Name", &kSecretName},
    MemberModel{"Type", &kSecretType},
    MemberModel{"Description", &kDescription},
    MemberModel{"KmsKeyId", &kKmsKeyId},
    MemberModel{"RotationEnabled", &kBoolean},
    MemberModel{"RotationLambdaARN", &kRotationLambdaArn},
    MemberModel{"RotationRules", &kRotationRules},
    MemberModel{"ExternalSecretRotationMetadata", &kMetadataItems},
    MemberModel{"ExternalSecretRotationRoleArn", &kRoleArn},
    MemberModel{"LastRotatedDate", &kTimestamp},
    MemberModel{"LastChangedDate", &kTimestamp},
    MemberModel{"LastAccessedDate", &kTimestamp},
    MemberModel{"DeletedDate", &kTimestamp},
    MemberModel{"NextRotationDate", &kTimestamp},
    MemberModel{"Tags", &kTags},
    MemberModel{"VersionIdsToStages", &kVersionsToStages},
    MemberModel{"OwningService", &kOwningService},
    MemberModel{"CreatedDate", &kTimestamp},
    MemberModel{"PrimaryRegion", &kRegion},
    MemberModel{"ReplicationStatus", &kReplicationStatuses}};

inline constexpr MemberModel kGetRandomPasswordOutput[] = {
    MemberModel{"RandomPassword", &kRandomPassword}};

inline constexpr MemberModel kGetResourcePolicyOutput[] = {
    MemberModel{"ARN", &kArn}, MemberModel{"Name", &kName},
    MemberModel{"ResourcePolicy", &kResourcePolicy}};

inline constexpr MemberModel kGetSecretValueOutput[] = {
    MemberModel{"ARN", &kArn},
    MemberModel{"Name", &kSecretName},
    MemberModel{"VersionId", &kVersionId},
    MemberModel{"SecretBinary", &kSecretBinary},
    MemberModel{"SecretString", &kSecretString},
    MemberModel{"VersionStages", &kVersionStages},
    MemberModel{"CreatedDate", &kTimestamp}};

inline constexpr MemberModel kListSecretVersionIdsOutput[] = {
    MemberModel{"Versions", &kVersionEntries}, MemberModel{"NextToken", &kNextToken},
    MemberModel{"ARN", &kArn}, MemberModel{"Name", &kSecretName}};

inline constexpr MemberModel kListSecretsOutput[] = {MemberModel{"SecretList", &kSecretEntries},
                                                     MemberModel{"NextToken", &kNextToken}};

inline constexpr MemberModel kPutResourcePolicyOutput[] = {MemberModel{"ARN", &kArn},
                                                           MemberModel{"Name", &kName}};

inline constexpr MemberModel kPutSecretValueOutput[] = {
    MemberModel{"ARN", &kArn}, MemberModel{"Name", &kSecretName},
    MemberModel{"VersionId", &kVersionId}, MemberModel{"VersionStages", &kVersionStages}};

inline constexpr MemberModel kRemoveRegionsFromReplicationOutput[] = {
    MemberModel{"ARN", &kArn}, MemberModel{"ReplicationStatus", &kReplicationStatuses}};

inline constexpr MemberModel kReplicateSecretToRegionsOutput[] = {
    MemberModel{"ARN", &kArn}, MemberModel{"ReplicationStatus", &kReplicationStatuses}};

inline constexpr MemberModel kRestoreSecretOutput[] = {MemberModel{"ARN", &kArn},
                                                       MemberModel{"Name", &kSecretName}};

inline constexpr MemberModel kRotateSecretOutput[] = {MemberModel{"ARN", &kArn},
                                                      MemberModel{"Name", &kSecretName},
                                                      MemberModel{"VersionId", &kVersionId}};

inline constexpr MemberModel kStopReplicationToReplicaOutput[] = {MemberModel{"ARN", &kArn}};

inline constexpr MemberModel kUpdateSecretOutput[] = {MemberModel{"ARN", &kArn},
                                                      MemberModel{"Name", &kSecretName},
                                                      MemberModel{"VersionId", &kVersionId}};

inline constexpr MemberModel kUpdateSecretVersionStageOutput[] = {
    MemberModel{"ARN", &kArn}, MemberModel{"Name", &kSecretName}};

inline constexpr MemberModel kValidateResourcePolicyOutput[] = {
    MemberModel{"PolicyValidationPassed", &kBoolean},
    MemberModel{"ValidationErrors", &kValidationErrors}};

}  // namespace stunt::emulator::model
