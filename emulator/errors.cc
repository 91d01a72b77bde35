// SPDX-License-Identifier: MIT
#include "emulator/errors.h"

#include <string>

#include "emulator/limits.h"
#include "emulator/model/secrets_manager.h"

namespace stunt::emulator::errors {
namespace {

aws::Error usual(std::string_view code) { return aws::make_error(*secrets_manager().error(code)); }

aws::Error modelled(std::string_view code, std::string text) {
  return aws::make_error(*secrets_manager().error(code), std::move(text));
}

aws::Error invalid_request(std::string text) {
  return modelled("InvalidRequestException", std::move(text));
}

aws::Error invalid_parameter(std::string text) {
  return modelled("InvalidParameterException", std::move(text));
}

aws::Error not_found(std::string text) {
  return modelled("ResourceNotFoundException", std::move(text));
}

aws::Error exists(std::string text) { return modelled("ResourceExistsException", std::move(text)); }

aws::Error limit_exceeded(std::string text) {
  return modelled("LimitExceededException", std::move(text));
}

aws::Error access_denied(std::string text) {
  return aws::make_error(*aws::common_error("AccessDeniedException"), std::move(text));
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts) text += part;
  return text;
}

}  // namespace

aws::Error unknown_operation() {
  return aws::make_error(*aws::common_error("UnknownOperationException"));
}

aws::Error serialization(std::string_view text) {
  return aws::make_error(*aws::common_error("SerializationException"), std::string(text));
}

aws::Error validation(std::string_view text) {
  return aws::make_error(*aws::common_error("ValidationException"), std::string(text));
}

aws::Error invalid_name() {
  return validation(
      "Invalid name. Must be a valid name containing alphanumeric characters, or any of the "
      "following: -/_+=.@!");
}

aws::Error not_kept() { return usual("InternalServiceError"); }

aws::Error broken_down() { return usual("InternalServiceError"); }

aws::Error two_values() {
  return invalid_parameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.");
}

aws::Error no_value() {
  return invalid_request("You must provide either SecretString or SecretBinary.");
}

aws::Error value_too_long(std::string_view member) {
  return validation(joined({"1 validation error detected: Value at '", member,
                            "' failed to satisfy constraint: Member must have length less than or "
                            "equal to ",
                            std::to_string(kValueBytes)}));
}

aws::Error no_token() {
  return invalid_request(
      "You must provide a ClientRequestToken value. We recommend a UUID-type value.");
}

aws::Error recovery_window_out_of_range() {
  return invalid_parameter(
      "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
}

aws::Error recovery_window_and_force() {
  return invalid_parameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
}

aws::Error tag_without_key() { return invalid_parameter("You must provide a key for each tag."); }

aws::Error tag_key_twice(std::string_view key) {
  return invalid_parameter(joined({"You can't specify the tag key ", key, " more than once."}));
}

aws::Error reserved_tag_key(std::string_view key) {
  return invalid_parameter(joined({"The tag key ", key, " begins with the reserved prefix aws:."}));
}

aws::Error filter_without_key() { return invalid_parameter("Invalid filter key"); }

aws::Error filter_without_values(std::string_view key) {
  return invalid_parameter(joined({"Invalid filter values for key: ", key}));
}

aws::Error invalid_next_token() { return usual("InvalidNextTokenException"); }

aws::Error no_such_secret() { return usual("ResourceNotFoundException"); }

aws::Error no_such_version(std::string_view version_id) {
  return not_found(joined(
      {"Secrets Manager can't find the specified secret value for VersionId: ", version_id}));
}

aws::Error no_such_stage(std::string_view stage) {
  return not_found(
      joined({"Secrets Manager can't find the specified secret value for staging label: ", stage}));
}

aws::Error stage_of_another_version() {
  return invalid_request(
      "You provided a VersionStage that is not associated to the provided VersionId.");
}

aws::Error secret_exists(std::string_view name) {
  return exists(joined({"The operation failed because the secret ", name, " already exists."}));
}

aws::Error token_used(std::string_view token, std::string_view arn) {
  return exists(
      joined({"You can't use ClientRequestToken ", token,
              " because that value is already in use for a version of secret ", arn, "."}));
}

aws::Error marked_for_deletion() {
  return invalid_request(
      "You can't perform this operation on the secret because it was marked for deletion.");
}

aws::Error already_scheduled() {
  return invalid_request(
      "You can't perform this operation on the secret because it was already scheduled for "
      "deletion.");
}

aws::Error name_scheduled_for_deletion() {
  return invalid_request(
      "You can't create this secret because a secret with this name is already scheduled for "
      "deletion.");
}

aws::Error deleted_by_force() {
  return invalid_request("You can't perform this operation on the secret because it was deleted.");
}

aws::Error no_version_to_move() {
  return invalid_parameter("You must specify MoveToVersionId or RemoveFromVersionId.");
}

aws::Error no_such_version_to_move(std::string_view version_id) {
  return invalid_parameter(joined({"Not a valid version: ", version_id}));
}

aws::Error stage_held_by(std::string_view stage, std::string_view version_id) {
  return invalid_parameter(
      joined({"The parameter RemoveFromVersionId can't be empty. Staging label ", stage,
              " is currently attached to version ", version_id,
              ", so you must explicitly reference that version in RemoveFromVersionId."}));
}

aws::Error stage_not_held(std::string_view stage) {
  return invalid_parameter(
      joined({"When you move staging label ", stage,
              ", if you specify RemoveFromVersionId, it must be set to the version that currently "
              "has the staging label ",
              stage, "."}));
}

aws::Error current_must_stay() {
  return invalid_parameter(
      "You can't remove the staging label AWSCURRENT from a version without moving it to another "
      "version.");
}

aws::Error ids_or_filters() {
  return invalid_parameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
}

aws::Error page_without_filters() {
  return invalid_parameter(
      "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
}

aws::Error no_password_character() {
  return invalid_parameter("You can't exclude all characters of a password.");
}

aws::Error password_type_excluded() {
  return invalid_parameter("You can't exclude all characters of a required type.");
}

aws::Error password_too_short() {
  return invalid_parameter("Password length is too short based on the required types.");
}

aws::Error managed_by_service() {
  return invalid_request(
      "This secret is managed by an AWS service, and you must use that service to update it.");
}

// RotateSecret alone has another type for this sentence.
aws::Error no_rotation_token() { return invalid_parameter(no_token().message); }

aws::Error two_schedules() {
  return invalid_parameter(
      "You cannot specify both rotation frequency and schedule expression together.");
}

aws::Error duration_without_schedule() {
  return invalid_parameter(
      "You must specify AutomaticallyAfterDays or ScheduleExpression together with Duration.");
}

aws::Error invalid_schedule(std::string_view sentence) {
  return invalid_parameter(joined({"The rotation schedule is not valid. ", sentence}));
}

aws::Error no_rotation_function() {
  return invalid_request("No Lambda rotation function ARN is associated with this secret.");
}

aws::Error rotation_exceeds(const aws::Error& quota) { return invalid_request(quota.message); }

aws::Error rotation_incomplete() {
  return invalid_request("A previous rotation isn't complete. That rotation will be reattempted.");
}

aws::Error cannot_invoke_function() {
  return aws::make_error(
      *aws::common_error("AccessDeniedException"),
      "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function "
      "policy grants access to the principal secretsmanager.amazonaws.com.");
}

aws::Error malformed_policy() { return usual("MalformedPolicyDocumentException"); }

aws::Error unsupported_principal() {
  return modelled("MalformedPolicyDocumentException",
                  "This resource policy contains an unsupported principal.");
}

aws::Error public_policy() {
  return modelled("PublicPolicyException",
                  "You can't attach a resource policy that allows broad access to the secret.");
}

aws::Error not_allowed(std::string_view caller, std::string_view action, std::string_view secret) {
  return access_denied(
      joined({"User: ", caller, " is not authorized to perform: ", action, " on resource: ", secret,
              " because no resource-based policy allows the ", action, " action"}));
}

aws::Error denied(std::string_view caller, std::string_view action, std::string_view secret) {
  return access_denied(
      joined({"User: ", caller, " is not authorized to perform: ", action, " on resource: ", secret,
              " with an explicit deny in a resource-based policy"}));
}

aws::Error default_key_of_another_account() {
  return invalid_request(
      "You can't access a secret from a different AWS account if you encrypt the secret with the "
      "default KMS service key.");
}

aws::Error is_replica() {
  return invalid_parameter(
      "Operation not permitted on a replica secret. Call must be made in primary secret's "
      "region.");
}

aws::Error is_no_replica() {
  return invalid_request("Operation not permitted. The secret is not a replica.");
}

aws::Error invalid_replica_region() { return invalid_parameter("Invalid replica region."); }

aws::Error replica_region_twice(std::string_view region) {
  return invalid_parameter(
      joined({"You can't specify the replica region ", region, " more than once."}));
}

aws::Error already_replicated(std::string_view region) {
  return invalid_parameter(joined({"The secret is already replicated to region ", region, "."}));
}

aws::Error not_replicated(std::string_view region) {
  return invalid_parameter(joined({"The secret is not replicated to region ", region, "."}));
}

aws::Error has_replicas(std::string_view arn, std::string_view regions) {
  return invalid_parameter(joined(
      {"You can't delete secret ", arn, " that still has replica regions [", regions, "]."}));
}

aws::Error too_many_tags() {
  return invalid_parameter(joined(
      {"You can't attach more than ", std::to_string(kTagsPerSecret), " tags to a secret."}));
}

aws::Error too_many_labels() {
  return limit_exceeded(joined({"You can't attach more than ", std::to_string(kLabelsPerSecret),
                                " staging labels to the versions of a secret."}));
}

aws::Error too_many_versions() {
  return limit_exceeded(joined(
      {"You can't have more than ", std::to_string(kVersionsPerSecret), " versions of a secret."}));
}

aws::Error too_many_secrets(std::size_t most) {
  return limit_exceeded(
      joined({"You can't have more than ", std::to_string(most), " secrets in a Region."}));
}

}  // namespace stunt::emulator::errors
