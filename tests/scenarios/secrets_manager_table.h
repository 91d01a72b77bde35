// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "aws/service_model.h"

namespace stunt::test {

/// What rules must know of AWS Secrets Manager: its 23 operations, which secret they name, and the
/// errors that they declare (public service model 2017-10-17). The members of most are left out, so
/// that a rule may name any of those.
inline const aws::ServiceModel& secrets_manager() {
  using namespace aws;
  using Code = std::string_view;
  static constexpr Code kNotFound = "ResourceNotFoundException";
  static constexpr Code kParameter = "InvalidParameterException";
  static constexpr Code kRequest = "InvalidRequestException";
  static constexpr Code kDecryption = "DecryptionFailure";
  static constexpr Code kInternal = "InternalServiceError";
  static constexpr Code kNextToken = "InvalidNextTokenException";
  static constexpr Code kLimit = "LimitExceededException";
  static constexpr Code kEncryption = "EncryptionFailure";
  static constexpr Code kExists = "ResourceExistsException";
  static constexpr Code kPolicy = "MalformedPolicyDocumentException";
  static constexpr Code kPrecondition = "PreconditionNotMetException";
  static constexpr Code kPublic = "PublicPolicyException";
  static constexpr std::array kBatchGetSecretValueErrors = {kDecryption, kInternal, kNextToken,
                                                            kParameter,  kRequest,  kNotFound};
  static constexpr std::array kCancelRotateSecretErrors = {kInternal, kParameter, kRequest,
                                                           kNotFound};
  static constexpr std::array kCreateSecretErrors = {
      kDecryption, kEncryption, kInternal,     kParameter, kRequest,
      kLimit,      kPolicy,     kPrecondition, kExists,    kNotFound};
  static constexpr std::array kDescribeSecretErrors = {kInternal, kParameter, kNotFound};
  static constexpr std::array kGetRandomPasswordErrors = {kInternal, kParameter, kRequest};
  static constexpr std::array kGetSecretValueErrors = {kDecryption, kInternal, kParameter, kRequest,
                                                       kNotFound};
  static constexpr std::array kListSecretVersionIdsErrors = {kInternal, kNextToken, kParameter,
                                                             kNotFound};
  static constexpr std::array kListSecretsErrors = {kInternal, kNextToken, kParameter, kRequest};
  static constexpr std::array kPutResourcePolicyErrors = {kInternal, kParameter, kRequest,
                                                          kPolicy,   kPublic,    kNotFound};
  static constexpr std::array kPutSecretValueErrors = {
      kDecryption, kEncryption, kInternal, kParameter, kRequest, kLimit, kExists, kNotFound};
  static constexpr std::array kUpdateSecretVersionStageErrors = {kInternal, kParameter, kRequest,
                                                                 kLimit, kNotFound};
  static constexpr std::array kValidateResourcePolicyErrors = {kInternal, kParameter, kRequest,
                                                               kPolicy, kNotFound};
  using enum CommitPoint;
  static constexpr std::array kCreated = {secret_created, version_stored};
  static constexpr std::array kStored = {version_stored, stage_moved};
  static constexpr std::array kMoved = {stage_moved};
  static constexpr std::array kStarted = {rotation_started};
  static constexpr ValueModel kText{};
  static constexpr ValueModel kNumber{.kind = Kind::integer};
  static constexpr ValueModel kFlag{.kind = Kind::boolean};
  static constexpr std::array kTagMembers = {MemberModel{"Key", &kText},
                                             MemberModel{"Value", &kText}};
  static constexpr ValueModel kTag{.kind = Kind::structure, .members = kTagMembers};
  static constexpr ValueModel kTags{.kind = Kind::list, .element = &kTag};
  static constexpr std::array kRulesMembers = {MemberModel{"AutomaticallyAfterDays", &kNumber},
                                               MemberModel{"Duration", &kText}};
  static constexpr ValueModel kRules{.kind = Kind::structure, .members = kRulesMembers};
  static constexpr std::array kCreateSecretInput = {
      MemberModel{"Name", &kText}, MemberModel{"ClientRequestToken", &kText},
      MemberModel{"SecretString", &kText}, MemberModel{"Tags", &kTags}};
  static constexpr std::array kDeleteSecretInput = {
      MemberModel{"SecretId", &kText}, MemberModel{"RecoveryWindowInDays", &kNumber},
      MemberModel{"ForceDeleteWithoutRecovery", &kFlag}};
  static constexpr std::array kGetSecretValueInput = {MemberModel{"SecretId", &kText},
                                                      MemberModel{"VersionId", &kText},
                                                      MemberModel{"VersionStage", &kText}};
  static constexpr std::array kRotateSecretInput = {MemberModel{"SecretId", &kText},
                                                    MemberModel{"RotationRules", &kRules}};
  static constexpr std::array kOperations = {
      OperationModel{"BatchGetSecretValue", {}, {}, kBatchGetSecretValueErrors, "", "", false},
      OperationModel{"CancelRotateSecret", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{
          "CreateSecret", kCreateSecretInput, {}, kCreateSecretErrors, "Name", "", true, kCreated},
      OperationModel{
          "DeleteResourcePolicy", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{
          "DeleteSecret", kDeleteSecretInput, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{"DescribeSecret", {}, {}, kDescribeSecretErrors, "SecretId", "", false},
      OperationModel{"GetRandomPassword", {}, {}, kGetRandomPasswordErrors, "", "", false},
      OperationModel{"GetResourcePolicy", {}, {}, kCancelRotateSecretErrors, "SecretId", "", false},
      OperationModel{
          "GetSecretValue", kGetSecretValueInput, {}, kGetSecretValueErrors, "SecretId", "", false},
      OperationModel{
          "ListSecretVersionIds", {}, {}, kListSecretVersionIdsErrors, "SecretId", "", false},
      OperationModel{"ListSecrets", {}, {}, kListSecretsErrors, "", "", false},
      OperationModel{"PutResourcePolicy", {}, {}, kPutResourcePolicyErrors, "SecretId", "", true},
      OperationModel{
          "PutSecretValue", {}, {}, kPutSecretValueErrors, "SecretId", "", true, kStored},
      OperationModel{
          "RemoveRegionsFromReplication", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{
          "ReplicateSecretToRegions", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{"RestoreSecret", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{"RotateSecret",
                     kRotateSecretInput,
                     {},
                     kCancelRotateSecretErrors,
                     "SecretId",
                     "",
                     true,
                     kStarted},
      OperationModel{
          "StopReplicationToReplica", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{"TagResource", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{"UntagResource", {}, {}, kCancelRotateSecretErrors, "SecretId", "", true},
      OperationModel{"UpdateSecret", {}, {}, kCreateSecretErrors, "SecretId", "", true, kStored},
      OperationModel{"UpdateSecretVersionStage",
                     {},
                     {},
                     kUpdateSecretVersionStageErrors,
                     "SecretId",
                     "",
                     true,
                     kMoved},
      OperationModel{
          "ValidateResourcePolicy", {}, {}, kValidateResourcePolicyErrors, "SecretId", "", false},
  };
  static constexpr std::array kErrors = {
      ErrorModel{kDecryption, 400},
      ErrorModel{kEncryption, 400},
      ErrorModel{kInternal, 500},
      ErrorModel{kNextToken, 400},
      ErrorModel{kParameter, 400},
      ErrorModel{kRequest, 400},
      ErrorModel{kLimit, 400},
      ErrorModel{kPolicy, 400},
      ErrorModel{kPrecondition, 400},
      ErrorModel{kPublic, 400},
      ErrorModel{kExists, 400},
      ErrorModel{kNotFound, 400, "Secrets Manager can't find the specified secret."},
  };
  static constexpr ServiceModel kService{"secretsmanager", "secretsmanager", "AWS Secrets Manager",
                                         kOperations, kErrors};
  return kService;
}

}  // namespace stunt::test
