// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/model/values.h"

/// The lists, maps and structures of AWS Secrets Manager's API.
namespace stunt::emulator::model {

using aws::MemberModel;

inline constexpr ValueModel kSecretIds{
    .kind = Kind::list, .min = 1, .max = 20, .element = &kSecretId};

inline constexpr ValueModel kFilterValues{
    .kind = Kind::list, .min = 1, .max = 10, .element = &kFilterValue};

inline constexpr MemberModel kFilterMembers[] = {MemberModel{"Key", &kFilterKey},
                                                 MemberModel{"Values", &kFilterValues}};
inline constexpr ValueModel kFilter{.kind = Kind::structure, .members = kFilterMembers};

inline constexpr ValueModel kFilters{.kind = Kind::list, .max = 10, .element = &kFilter};

inline constexpr ValueModel kVersionStages{
    .kind = Kind::list, .min = 1, .max = 20, .element = &kVersionStage};

inline constexpr MemberModel kSecretValueEntryMembers[] = {
    MemberModel{"ARN", &kArn},
    MemberModel{"Name", &kSecretName},
    MemberModel{"VersionId", &kVersionId},
    MemberModel{"SecretBinary", &kSecretBinary},
    MemberModel{"SecretString", &kSecretString},
    MemberModel{"VersionStages", &kVersionStages},
    MemberModel{"CreatedDate", &kTimestamp}};
inline constexpr ValueModel kSecretValueEntry{.kind = Kind::structure,
                                              .members = kSecretValueEntryMembers};

inline constexpr ValueModel kSecretValues{.kind = Kind::list, .element = &kSecretValueEntry};

inline constexpr MemberModel kApiErrorMembers[] = {MemberModel{"SecretId", &kSecretId},
                                                   MemberModel{"ErrorCode", &kText},
                                                   MemberModel{"Message", &kText}};
inline constexpr ValueModel kApiError{.kind = Kind::structure, .members = kApiErrorMembers};

inline constexpr ValueModel kApiErrors{.kind = Kind::list, .element = &kApiError};

inline constexpr MemberModel kTagMembers[] = {MemberModel{"Key", &kTagKey},
                                              MemberModel{"Value", &kTagValue}};
inline constexpr ValueModel kTag{.kind = Kind::structure, .members = kTagMembers};

inline constexpr ValueModel kTags{.kind = Kind::list, .element = &kTag};

inline constexpr MemberModel kReplicaRegionMembers[] = {MemberModel{"Region", &kRegion},
                                                        MemberModel{"KmsKeyId", &kKmsKeyId}};
inline constexpr ValueModel kReplicaRegion{.kind = Kind::structure,
                                           .members = kReplicaRegionMembers};

inline constexpr ValueModel kReplicaRegions{
    .kind = Kind::list, .min = 1, .element = &kReplicaRegion};

inline constexpr MemberModel kReplicationStatusMembers[] = {
    MemberModel{"Region", &kRegion}, MemberModel{"KmsKeyId", &kKmsKeyId},
    MemberModel{"Status", &kStatus}, MemberModel{"StatusMessage", &kStatusMessage},
    MemberModel{"LastAccessedDate", &kTimestamp}};
inline constexpr ValueModel kReplicationStatus{.kind = Kind::structure,
                                               .members = kReplicationStatusMembers};

inline constexpr ValueModel kReplicationStatuses{.kind = Kind::list,
                                                 .element = &kReplicationStatus};

inline constexpr MemberModel kRotationRulesMembers[] = {
    MemberModel{"AutomaticallyAfterDays", &kRotateAfterDays}, MemberModel{"Duration", &kDuration},
    MemberModel{"ScheduleExpression", &kScheduleExpression}};
inline constexpr ValueModel kRotationRules{.kind = Kind::structure,
                                           .members = kRotationRulesMembers};

inline constexpr MemberModel kMetadataItemMembers[] = {MemberModel{"Key", &kMetadataKey},
                                                       MemberModel{"Value", &kMetadataValue}};
inline constexpr ValueModel kMetadataItem{.kind = Kind::structure, .members = kMetadataItemMembers};

inline constexpr ValueModel kMetadataItems{.kind = Kind::list, .element = &kMetadataItem};

inline constexpr ValueModel kVersionsToStages{.kind = Kind::map, .element = &kVersionStages};

inline constexpr ValueModel kKmsKeyIds{.kind = Kind::list, .element = &kKmsKeyId};

inline constexpr MemberModel kVersionEntryMembers[] = {
    MemberModel{"VersionId", &kVersionId}, MemberModel{"VersionStages", &kVersionStages},
    MemberModel{"LastAccessedDate", &kTimestamp}, MemberModel{"CreatedDate", &kTimestamp},
    MemberModel{"KmsKeyIds", &kKmsKeyIds}};
inline constexpr ValueModel kVersionEntry{.kind = Kind::structure, .members = kVersionEntryMembers};

inline constexpr ValueModel kVersionEntries{.kind = Kind::list, .element = &kVersionEntry};

inline constexpr MemberModel kSecretEntryMembers[] = {
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
    MemberModel{"SecretVersionsToStages", &kVersionsToStages},
    MemberModel{"OwningService", &kOwningService},
    MemberModel{"CreatedDate", &kTimestamp},
    MemberModel{"PrimaryRegion", &kRegion}};
inline constexpr ValueModel kSecretEntry{.kind = Kind::structure, .members = kSecretEntryMembers};

inline constexpr ValueModel kSecretEntries{.kind = Kind::list, .element = &kSecretEntry};

inline constexpr ValueModel kRegions{.kind = Kind::list, .min = 1, .element = &kRegion};

inline constexpr ValueModel kTagKeys{.kind = Kind::list, .element = &kTagKey};

inline constexpr MemberModel kValidationErrorMembers[] = {MemberModel{"CheckName", &kName},
                                                          MemberModel{"ErrorMessage", &kText}};
inline constexpr ValueModel kValidationError{.kind = Kind::structure,
                                             .members = kValidationErrorMembers};

inline constexpr ValueModel kValidationErrors{.kind = Kind::list, .element = &kValidationError};

}  // namespace stunt::emulator::model
