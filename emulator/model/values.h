// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "aws/service_model.h"

/// The values of AWS Secrets Manager's API and the constraints on them (public service model
/// 2017-10-17 as of December 2025).
namespace stunt::emulator::model {

using aws::Kind;
using aws::ValueModel;

inline constexpr ValueModel kText{.kind = Kind::string};
inline constexpr ValueModel kInteger{.kind = Kind::integer};
inline constexpr ValueModel kBoolean{.kind = Kind::boolean};
inline constexpr ValueModel kTimestamp{.kind = Kind::timestamp};

inline constexpr ValueModel kArn{.kind = Kind::string, .min = 20, .max = 2048};
inline constexpr ValueModel kClientRequestToken{.kind = Kind::string, .min = 32, .max = 64};
inline constexpr ValueModel kDescription{.kind = Kind::string, .max = 2048};
inline constexpr ValueModel kDuration{
    .kind = Kind::string, .min = 2, .max = 3, .pattern = R"([0-9]+h)"};
inline constexpr ValueModel kExcludeCharacters{.kind = Kind::string, .min = 0, .max = 4096};
/// In the order in which AWS's validator names them, which is not that of the published model. The
/// last two are younger than the text that is known; their place in it is a guess.
inline constexpr std::string_view kFilterKeyChoices[] = {
    "all", "name", "tag-key", "description", "tag-value", "primary-region", "owning-service"};
inline constexpr ValueModel kFilterKey{.kind = Kind::string, .choices = kFilterKeyChoices};
inline constexpr ValueModel kFilterValue{
    .kind = Kind::string, .max = 512, .pattern = R"(^\!?[a-zA-Z0-9 :_@\/\+\=\.\-\!]*$)"};
inline constexpr ValueModel kKmsKeyId{.kind = Kind::string, .min = 0, .max = 2048};
inline constexpr ValueModel kMaxResults{.kind = Kind::integer, .min = 1, .max = 100};
inline constexpr ValueModel kMaxResultsBatch{.kind = Kind::integer, .min = 1, .max = 20};
inline constexpr ValueModel kMetadataKey{.kind = Kind::string, .min = 1, .max = 256};
inline constexpr ValueModel kMetadataValue{.kind = Kind::string, .min = 1, .max = 2048};
inline constexpr ValueModel kName{.kind = Kind::string, .min = 1, .max = 512};
inline constexpr ValueModel kNextToken{.kind = Kind::string, .min = 1, .max = 4096};
inline constexpr ValueModel kOwningService{.kind = Kind::string, .min = 1, .max = 128};
inline constexpr ValueModel kPasswordLength{.kind = Kind::integer, .min = 1, .max = 4096};
inline constexpr ValueModel kRandomPassword{
    .kind = Kind::string, .min = 0, .max = 4096, .sensitive = true};
inline constexpr ValueModel kRegion{
    .kind = Kind::string, .min = 1, .max = 128, .pattern = R"(^([a-z]+-)+\d+$)"};
inline constexpr ValueModel kResourcePolicy{.kind = Kind::string, .min = 1, .max = 20480};
inline constexpr ValueModel kRoleArn{.kind = Kind::string, .min = 20, .max = 2048};
inline constexpr ValueModel kRotateAfterDays{.kind = Kind::integer, .min = 1, .max = 1000};
inline constexpr ValueModel kRotationLambdaArn{.kind = Kind::string, .min = 0, .max = 2048};
inline constexpr ValueModel kRotationToken{.kind = Kind::string,
                                           .min = 36,
                                           .max = 256,
                                           .pattern = R"(^[a-zA-Z0-9\-]+$)",
                                           .sensitive = true};
inline constexpr ValueModel kScheduleExpression{
    .kind = Kind::string, .min = 1, .max = 256, .pattern = R"([0-9A-Za-z\(\)#\?\*\-\/, ]+)"};
inline constexpr ValueModel kSecretBinary{
    .kind = Kind::blob, .min = 1, .max = 65536, .sensitive = true};
inline constexpr ValueModel kSecretId{.kind = Kind::string, .min = 1, .max = 2048};
inline constexpr ValueModel kSecretName{.kind = Kind::string, .min = 1, .max = 256};
inline constexpr ValueModel kSecretString{
    .kind = Kind::string, .min = 1, .max = 65536, .sensitive = true};
inline constexpr ValueModel kSecretType{.kind = Kind::string, .min = 0, .max = 256};
inline constexpr std::string_view kSortByChoices[] = {"created-date", "last-accessed-date",
                                                      "last-changed-date", "name"};
inline constexpr ValueModel kSortBy{.kind = Kind::string, .choices = kSortByChoices};
inline constexpr std::string_view kSortOrderChoices[] = {"asc", "desc"};
inline constexpr ValueModel kSortOrder{.kind = Kind::string, .choices = kSortOrderChoices};
inline constexpr std::string_view kStatusChoices[] = {"InSync", "Failed", "InProgress"};
inline constexpr ValueModel kStatus{.kind = Kind::string, .choices = kStatusChoices};
inline constexpr ValueModel kStatusMessage{.kind = Kind::string, .min = 1, .max = 4096};
inline constexpr ValueModel kTagKey{.kind = Kind::string, .min = 1, .max = 128};
inline constexpr ValueModel kTagValue{.kind = Kind::string, .min = 0, .max = 256};
inline constexpr ValueModel kVersionId{.kind = Kind::string, .min = 32, .max = 64};
inline constexpr ValueModel kVersionStage{.kind = Kind::string, .min = 1, .max = 256};

}  // namespace stunt::emulator::model
