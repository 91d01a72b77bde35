// SPDX-License-Identifier: MIT
#include "emulator/model/secrets_manager.h"

#include "emulator/model/inputs.h"
#include "emulator/model/outputs.h"

namespace stunt::emulator {
namespace {

using namespace model;
using aws::CommitPoint;
using aws::ErrorModel;
using aws::OperationModel;
using Code = std::string_view;

constexpr Code kDecryptionFailure = "DecryptionFailure";
constexpr Code kEncryptionFailure = "EncryptionFailure";
constexpr Code kInternalServiceError = "InternalServiceError";
constexpr Code kInvalidNextToken = "InvalidNextTokenException";
constexpr Code kInvalidParameter = "InvalidParameterException";
constexpr Code kInvalidRequest = "InvalidRequestException";
constexpr Code kLimitExceeded = "LimitExceededException";
constexpr Code kMalformedPolicyDocument = "MalformedPolicyDocumentException";
constexpr Code kPreconditionNotMet = "PreconditionNotMetException";
constexpr Code kPublicPolicy = "PublicPolicyException";
constexpr Code kResourceExists = "ResourceExistsException";
constexpr Code kResourceNotFound = "ResourceNotFoundException";

// With their usual texts, where they have one (docs/fidelity.md says where those were seen).
constexpr ErrorModel kErrors[] = {
    {kDecryptionFailure, 400,
     "Secrets Manager can't decrypt the protected secret text using the provided KMS key."},
    {kEncryptionFailure, 400},
    {kInternalServiceError, 500, "An error occurred on the server side."},
    {kInvalidNextToken, 400, "The NextToken value is invalid."},
    {kInvalidParameter, 400},
    {kInvalidRequest, 400},
    {kLimitExceeded, 400},
    {kMalformedPolicyDocument, 400, "This policy has invalid syntax."},
    {kPreconditionNotMet, 400},
    {kPublicPolicy, 400},
    {kResourceExists, 400},
    {kResourceNotFound, 400, "Secrets Manager can't find the specified secret."},
};

// The errors that an operation declares; several declare the same.
constexpr Code kBatchGetSecretValueErrors[] = {kDecryptionFailure, kInternalServiceError,
                                               kInvalidNextToken,  kInvalidParameter,
                                               kInvalidRequest,    kResourceNotFound};
constexpr Code kCancelRotateSecretErrors[] = {kInternalServiceError, kInvalidParameter,
                                              kInvalidRequest, kResourceNotFound};
constexpr Code kCreateSecretErrors[] = {
    kDecryptionFailure, kEncryptionFailure, kInternalServiceError,    kInvalidParameter,
    kInvalidRequest,    kLimitExceeded,     kMalformedPolicyDocument, kPreconditionNotMet,
    kResourceExists,    kResourceNotFound};
constexpr Code kDescribeSecretErrors[] = {kInternalServiceError, kInvalidParameter,
                                          kResourceNotFound};
constexpr Code kGetRandomPasswordErrors[] = {kInternalServiceError, kInvalidParameter,
                                             kInvalidRequest};
constexpr Code kGetSecretValueErrors[] = {kDecryptionFailure, kInternalServiceError,
                                          kInvalidParameter, kInvalidRequest, kResourceNotFound};
constexpr Code kListSecretVersionIdsErrors[] = {kInternalServiceError, kInvalidNextToken,
                                                kInvalidParameter, kResourceNotFound};
constexpr Code kListSecretsErrors[] = {kInternalServiceError, kInvalidNextToken, kInvalidParameter,
                                       kInvalidRequest};
constexpr Code kPutResourcePolicyErrors[] = {kInternalServiceError, kInvalidParameter,
                                             kInvalidRequest,       kMalformedPolicyDocument,
                                             kPublicPolicy,         kResourceNotFound};
constexpr Code kPutSecretValueErrors[] = {
    kDecryptionFailure, kEncryptionFailure, kInternalServiceError, kInvalidParameter,
    kInvalidRequest,    kLimitExceeded,     kResourceExists,       kResourceNotFound};
constexpr Code kUpdateSecretVersionStageErrors[] = {
    kInternalServiceError, kInvalidParameter, kInvalidRequest, kLimitExceeded, kResourceNotFound};
constexpr Code kValidateResourcePolicyErrors[] = {kInternalServiceError, kInvalidParameter,
                                                  kInvalidRequest, kMalformedPolicyDocument,
                                                  kResourceNotFound};

// Where operations can break down.
constexpr CommitPoint kCreateSecretPoints[] = {CommitPoint::secret_created,
                                               CommitPoint::version_stored};
constexpr CommitPoint kPutSecretValuePoints[] = {CommitPoint::version_stored,
                                                 CommitPoint::stage_moved};
constexpr CommitPoint kRotateSecretPoints[] = {CommitPoint::rotation_started};
constexpr CommitPoint kUpdateSecretVersionStagePoints[] = {CommitPoint::stage_moved};

constexpr OperationModel kOperations[] = {
    {.name = "BatchGetSecretValue",
     .input = kBatchGetSecretValueInput,
     .output = kBatchGetSecretValueOutput,
     .errors = kBatchGetSecretValueErrors,
     .writes = false},
    {.name = "CancelRotateSecret",
     .input = kCancelRotateSecretInput,
     .output = kCancelRotateSecretOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "CreateSecret",
     .input = kCreateSecretInput,
     .output = kCreateSecretOutput,
     .errors = kCreateSecretErrors,
     .resource = "Name",
     .token = "ClientRequestToken",
     .points = kCreateSecretPoints},
    {.name = "DeleteResourcePolicy",
     .input = kDeleteResourcePolicyInput,
     .output = kDeleteResourcePolicyOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "DeleteSecret",
     .input = kDeleteSecretInput,
     .output = kDeleteSecretOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "DescribeSecret",
     .input = kDescribeSecretInput,
     .output = kDescribeSecretOutput,
     .errors = kDescribeSecretErrors,
     .resource = "SecretId",
     .writes = false},
    {.name = "GetRandomPassword",
     .input = kGetRandomPasswordInput,
     .output = kGetRandomPasswordOutput,
     .errors = kGetRandomPasswordErrors,
     .writes = false},
    {.name = "GetResourcePolicy",
     .input = kGetResourcePolicyInput,
     .output = kGetResourcePolicyOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId",
     .writes = false},
    {.name = "GetSecretValue",
     .input = kGetSecretValueInput,
     .output = kGetSecretValueOutput,
     .errors = kGetSecretValueErrors,
     .resource = "SecretId",
     .writes = false},
    {.name = "ListSecretVersionIds",
     .input = kListSecretVersionIdsInput,
     .output = kListSecretVersionIdsOutput,
     .errors = kListSecretVersionIdsErrors,
     .resource = "SecretId",
     .writes = false},
    {.name = "ListSecrets",
     .input = kListSecretsInput,
     .output = kListSecretsOutput,
     .errors = kListSecretsErrors,
     .writes = false},
    {.name = "PutResourcePolicy",
     .input = kPutResourcePolicyInput,
     .output = kPutResourcePolicyOutput,
     .errors = kPutResourcePolicyErrors,
     .resource = "SecretId"},
    {.name = "PutSecretValue",
     .input = kPutSecretValueInput,
     .output = kPutSecretValueOutput,
     .errors = kPutSecretValueErrors,
     .resource = "SecretId",
     .token = "ClientRequestToken",
     .points = kPutSecretValuePoints},
    {.name = "RemoveRegionsFromReplication",
     .input = kRemoveRegionsFromReplicationInput,
     .output = kRemoveRegionsFromReplicationOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "ReplicateSecretToRegions",
     .input = kReplicateSecretToRegionsInput,
     .output = kReplicateSecretToRegionsOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "RestoreSecret",
     .input = kRestoreSecretInput,
     .output = kRestoreSecretOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "RotateSecret",
     .input = kRotateSecretInput,
     .output = kRotateSecretOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId",
     .token = "ClientRequestToken",
     .points = kRotateSecretPoints},
    {.name = "StopReplicationToReplica",
     .input = kStopReplicationToReplicaInput,
     .output = kStopReplicationToReplicaOutput,
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "TagResource",
     .input = kTagResourceInput,
     .output = {},
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "UntagResource",
     .input = kUntagResourceInput,
     .output = {},
     .errors = kCancelRotateSecretErrors,
     .resource = "SecretId"},
    {.name = "UpdateSecret",
     .input = kUpdateSecretInput,
     .output = kUpdateSecretOutput,
     .errors = kCreateSecretErrors,
     .resource = "SecretId",
     .token = "ClientRequestToken",
     .points = kPutSecretValuePoints},
    {.name = "UpdateSecretVersionStage",
     .input = kUpdateSecretVersionStageInput,
     .output = kUpdateSecretVersionStageOutput,
     .errors = kUpdateSecretVersionStageErrors,
     .resource = "SecretId",
     .points = kUpdateSecretVersionStagePoints},
    {.name = "ValidateResourcePolicy",
     .input = kValidateResourcePolicyInput,
     .output = kValidateResourcePolicyOutput,
     .errors = kValidateResourcePolicyErrors,
     .resource = "SecretId",
     .writes = false},
};

constexpr aws::ServiceModel kService = {.signing_name = "secretsmanager",
                                        .target_prefix = "secretsmanager",
                                        .title = "AWS Secrets Manager",
                                        .operations = kOperations,
                                        .errors = kErrors};

}  // namespace

const aws::ServiceModel& secrets_manager() { return kService; }

}  // namespace stunt::emulator
