// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "aws/error.h"

/// Every error that the emulator can answer with, in AWS's own sentences. docs/fidelity.md says
/// which of them were seen on AWS, and which are our guess.
namespace stunt::emulator::errors {

// Before the service has looked at anything.
aws::Error unknown_operation();
aws::Error serialization(std::string_view text = {});
aws::Error validation(std::string_view text);
aws::Error invalid_name();

// Our own trouble.
aws::Error not_kept();
aws::Error broken_down();

// Parameters that do not go together.
aws::Error two_values();
aws::Error no_value();
aws::Error value_too_long(std::string_view member);
aws::Error no_token();
aws::Error recovery_window_out_of_range();
aws::Error recovery_window_and_force();
aws::Error tag_without_key();
aws::Error tag_key_twice(std::string_view key);
aws::Error reserved_tag_key(std::string_view key);
aws::Error filter_without_key();
aws::Error filter_without_values(std::string_view key);
aws::Error invalid_next_token();

// What is there, or is not.
aws::Error no_such_secret();
aws::Error no_such_version(std::string_view version_id);
aws::Error no_such_stage(std::string_view stage);
aws::Error stage_of_another_version();
aws::Error secret_exists(std::string_view name);
aws::Error token_used(std::string_view token, std::string_view arn);

// Deletion.
aws::Error marked_for_deletion();
aws::Error already_scheduled();
aws::Error name_scheduled_for_deletion();

aws::Error deleted_by_force();

// Staging labels.
aws::Error no_version_to_move();
aws::Error no_such_version_to_move(std::string_view version_id);
aws::Error stage_held_by(std::string_view stage, std::string_view version_id);
aws::Error stage_not_held(std::string_view stage);
aws::Error current_must_stay();

// Several values at once.
aws::Error ids_or_filters();
aws::Error page_without_filters();

// Passwords.
aws::Error no_password_character();
aws::Error password_type_excluded();
aws::Error password_too_short();

// Secrets of other services.
aws::Error managed_by_service();
// Rotation.
aws::Error no_rotation_token();
aws::Error two_schedules();
aws::Error duration_without_schedule();
aws::Error invalid_schedule(std::string_view sentence);
aws::Error no_rotation_function();
aws::Error rotation_incomplete();

/// RotateSecret does not declare LimitExceededException.
aws::Error rotation_exceeds(const aws::Error& quota);
aws::Error cannot_invoke_function();
// Resource policies, and what they keep from whom.
aws::Error malformed_policy();
aws::Error unsupported_principal();
aws::Error public_policy();
aws::Error not_allowed(std::string_view caller, std::string_view action, std::string_view secret);
aws::Error denied(std::string_view caller, std::string_view action, std::string_view secret);
aws::Error default_key_of_another_account();
// Replication.
aws::Error is_replica();
aws::Error is_no_replica();
aws::Error invalid_replica_region();
aws::Error replica_region_twice(std::string_view region);
aws::Error already_replicated(std::string_view region);
aws::Error not_replicated(std::string_view region);
aws::Error has_replicas(std::string_view arn, std::string_view regions);

// Quotas.
aws::Error too_many_tags();
aws::Error too_many_labels();
aws::Error too_many_versions();
aws::Error too_many_secrets(std::size_t most);

}  // namespace stunt::emulator::errors
