// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/model/structures.h"

/// What each operation of AWS Secrets Manager takes, in the order of the API's own model.
namespace stunt::emulator::model {

inline constexpr MemberModel kBatchGetSecretValueInput[] = {
    MemberModel{"SecretIdList", &kSecretIds}, MemberModel{"Filters", &kFilters},
    MemberModel{"MaxResults", &kMaxResultsBatch}, MemberModel{"NextToken", &kNextToken}};

inline constexpr MemberModel kCancelRotateSecretInput[] = {
    MemberModel{"SecretId", &kSecretId, true}};

inline constexpr MemberModel kCreateSecretInput[] = {
    MemberModel{"Name", &kName, true},
    MemberModel{"ClientRequestToken", &kClientRequestToken},
    MemberModel{"Description", &kDescription},
    MemberModel{"KmsKeyId", &kKmsKeyId},
    MemberModel{"SecretBinary", &kSecretBinary},
    MemberModel{"SecretString", &kSecretString},
    MemberModel{"Tags", &kTags},
    MemberModel{"AddReplicaRegions", &kReplicaRegions},
    MemberModel{"ForceOverwriteReplicaSecret", &kBoolean},
    MemberModel{"Type", &kSecretType}};

inline constexpr MemberModel kDeleteResourcePolicyInput[] = {
    MemberModel{"SecretId", &kSecretId, true}};

inline constexpr MemberModel kDeleteSecretInput[] = {
    MemberModel{"SecretId", &kSecretId, true}, MemberModel{"RecoveryWindowInDays", &kInteger},
    MemberModel{"ForceDeleteWithoutRecovery", &kBoolean}};

inline constexpr MemberModel kDescribeSecretInput[] = {MemberModel{"SecretId", &kSecretId, true}};

inline constexpr MemberModel kGetRandomPasswordInput[] = {
    MemberModel{"PasswordLength", &kPasswordLength},
    MemberModel{"ExcludeCharacters", &kExcludeCharacters},
    MemberModel{"ExcludeNumbers", &kBoolean},
    MemberModel{"ExcludePunctuation", &kBoolean},
    MemberModel{"ExcludeUppercase", &kBoolean},
    MemberModel{"ExcludeLowercase", &kBoolean},
    MemberModel{"IncludeSpace", &kBoolean},
    MemberModel{"RequireEachIncludedType", &kBoolean}};

inline constexpr MemberModel kGetResourcePolicyInput[] = {
    MemberModel{"SecretId", &kSecretId, true}};

inline constexpr MemberModel kGetSecretValueInput[] = {MemberModel{"SecretId", &kSecretId, true},
                                                       MemberModel{"VersionId", &kVersionId},
                                                       MemberModel{"VersionStage", &kVersionStage}};

inline constexpr MemberModel kListSecretVersionIdsInput[] = {
    MemberModel{"SecretId", &kSecretId, true}, MemberModel{"MaxResults", &kMaxResults},
    MemberModel{"NextToken", &kNextToken}, MemberModel{"IncludeDeprecated", &kBoolean}};

inline constexpr MemberModel kListSecretsInput[] = {
    MemberModel{"IncludePlannedDeletion", &kBoolean},
    MemberModel{"MaxResults", &kMaxResults},
    MemberModel{"NextToken", &kNextToken},
    MemberModel{"Filters", &kFilters},
    MemberModel{"SortOrder", &kSortOrder},
    MemberModel{"SortBy", &kSortBy}};

inline constexpr MemberModel kPutResourcePolicyInput[] = {
    MemberModel{"SecretId", &kSecretId, true},
    MemberModel{"ResourcePolicy", &kResourcePolicy, true},
    MemberModel{"BlockPublicPolicy", &kBoolean}};

inline constexpr MemberModel kPutSecretValueInput[] = {
    MemberModel{"SecretId", &kSecretId, true},
    MemberModel{"ClientRequestToken", &kClientRequestToken},
    MemberModel{"SecretBinary", &kSecretBinary},
    MemberModel{"SecretString", &kSecretString},
    MemberModel{"VersionStages", &kVersionStages},
    MemberModel{"RotationToken", &kRotationToken}};

inline constexpr MemberModel kRemoveRegionsFromReplicationInput[] = {
    MemberModel{"SecretId", &kSecretId, true},
    MemberModel{"RemoveReplicaRegions", &kRegions, true}};

inline constexpr MemberModel kReplicateSecretToRegionsInput[] = {
    MemberModel{"SecretId", &kSecretId, true},
    MemberModel{"AddReplicaRegions", &kReplicaRegions, true},
    MemberModel{"ForceOverwriteReplicaSecret", &kBoolean}};

inline constexpr MemberModel kRestoreSecretInput[] = {MemberModel{"SecretId", &kSecretId, true}};

inline constexpr MemberModel kRotateSecretInput[] = {
    MemberModel{"SecretId", &kSecretId, true},
    MemberModel{"ClientRequestToken", &kClientRequestToken},
    MemberModel{"RotationLambdaARN", &kRotationLambdaArn},
    MemberModel{"RotationRules", &kRotationRules},
    MemberModel{"ExternalSecretRotationMetadata", &kMetadataItems},
    MemberModel{"ExternalSecretRotationRoleArn", &kRoleArn},
    MemberModel{"RotateImmediately", &kBoolean}};

inline constexpr MemberModel kStopReplicationToReplicaInput[] = {
    MemberModel{"SecretId", &kSecretId, true}};

inline constexpr MemberModel kTagResourceInput[] = {MemberModel{"SecretId", &kSecretId, true},
                                                    MemberModel{"Tags", &kTags, true}};

inline constexpr MemberModel kUntagResourceInput[] = {MemberModel{"SecretId", &kSecretId, true},
                                                      MemberModel{"TagKeys", &kTagKeys, true}};

inline constexpr MemberModel kUpdateSecretInput[] = {
    MemberModel{"SecretId", &kSecretId, true},
    MemberModel{"ClientRequestToken", &kClientRequestToken},
    MemberModel{"Description", &kDescription},
    MemberModel{"KmsKeyId", &kKmsKeyId},
    MemberModel{"SecretBinary", &kSecretBinary},
    MemberModel{"SecretString", &kSecretString},
    MemberModel{"Type", &kSecretType}};

inline constexpr MemberModel kUpdateSecretVersionStageInput[] = {
    MemberModel{"SecretId", &kSecretId, true}, MemberModel{"VersionStage", &kVersionStage, true},
    MemberModel{"RemoveFromVersionId", &kVersionId}, MemberModel{"MoveToVersionId", &kVersionId}};

inline constexpr MemberModel kValidateResourcePolicyInput[] = {
    MemberModel{"SecretId", &kSecretId}, MemberModel{"ResourcePolicy", &kResourcePolicy, true}};

}  // namespace stunt::emulator::model
